package dev.parley.maven;

import dev.parley.processor.ProtocolProcessor;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles Java source texts with javac, against what tests are compiled against. */
public final class Compilation {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile("(?m)^(?:\\w+ )*(?:class|interface|record|enum) (\\w+)");

    private Compilation() {}

    /**
     * Compiles protocols and what they mention, without the processor, with the names of parameters.
     *
     * @param directory takes the sources in {@code src} and the class files in {@code classes}
     * @param sources the texts of source files, each with one top-level type
     * @return the folder of class files
     */
    public static Path withoutProcessor(Path directory, String... sources) {
        return compile(directory, List.of("-parameters", "-proc:none"), List.of(), sources);
    }

    /** Compiles likewise, with Parley's annotation processor; what it generates is in {@code generated}. */
    public static Path withProcessor(Path directory, String... sources) {
        return compile(directory, List.of("-parameters"), List.of(new ProtocolProcessor()), sources);
    }

    /** Compiles likewise, with other options for the compiler. */
    public static Path withOptions(Path directory, List<String> options, String... sources) {
        return compile(directory, options, List.of(), sources);
    }

    private static Path compile(Path directory, List<String> options, List<Processor> processors, String... sources) {
        Path classes = directory.resolve("classes");
        Path generated = directory.resolve("generated");
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter log = new StringWriter();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            Files.createDirectories(classes);
            Files.createDirectories(generated);
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(generated));
            List<Path> written = write(directory.resolve("src"), sources);
            List<String> all = new ArrayList<>(List.of("--release", "17"));
            all.addAll(options);
            JavaCompiler.CompilationTask task =
                    javac.getTask(log, files, null, all, null, files.getJavaFileObjectsFromPaths(written));
            task.setProcessors(processors);
            if (!task.call()) {
                throw new AssertionError("does not compile:\n" + log);
            }
            return classes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes source files where their packages and names say they belong. */
    private static List<Path> write(Path directory, String... sources) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String source : sources) {
            Path file = directory.resolve(path(source));
            Files.createDirectories(file.getParent());
            files.add(Files.writeString(file, source));
        }
        return files;
    }

    private static String path(String source) {
        Matcher home = PACKAGE.matcher(source);
        Matcher type = TYPE.matcher(source);
        if (!type.find()) {
            throw new IllegalArgumentException("no top-level type at the start of a line: " + Arrays.asList(source));
        }
        return (home.find() ? home.group(1).replace('.', '/') + "/" : "") + type.group(1) + ".java";
    }
}
