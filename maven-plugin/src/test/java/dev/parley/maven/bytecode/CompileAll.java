package dev.parley.maven.bytecode;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles sources, each by itself; a program of its own, so that it can run in another JDK. */
final class CompileAll {

    private CompileAll() {}

    /** Compiles with the JDK's compiler: the arguments are the class path and those of {@link #compile}. */
    public static void main(String... args) throws IOException {
        List<String> options = List.of("-parameters", "-proc:none", "-classpath", args[0]);
        compile(ToolProvider.getSystemJavaCompiler(), options, Path.of(args[1]), args[2]);
    }

    /**
     * Compiles every source file, and says of which ones it did, by an empty file beside the class files.
     *
     * @param cases holds a folder for each source file
     * @param output the folder in it that takes the class files
     */
    static void compile(JavaCompiler compiler, List<String> options, Path cases, String output) throws IOException {
        try (Stream<Path> all = Files.list(cases);
                StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            for (Path each : all.toList()) {
                Path classes = Files.createDirectories(each.resolve(output));
                files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
                boolean success = compiler.getTask(
                                Writer.nullWriter(),
                                files,
                                ignored -> {},
                                options,
                                null,
                                files.getJavaFileObjects(source(each)))
                        .call();
                if (success) {
                    Files.createFile(each.resolve(output + ".compiled"));
                }
            }
        }
    }

    /** Returns the source file in a folder. */
    static Path source(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".java"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
