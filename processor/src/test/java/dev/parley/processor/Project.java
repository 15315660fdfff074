package dev.parley.processor;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** A directory of sources, and one of what compilers make of them. */
final class Project {

    private final Path sources;
    private final Path output;

    Project(Path directory) {
        this.sources = directory.resolve("src");
        this.output = directory.resolve("out");
    }

    /** Returns the directory of what compilers make of the sources. */
    Path output() {
        return output;
    }

    /** Writes a source file; its path is relative to the directory of sources. */
    Project write(String path, String text) {
        try {
            Path file = sources.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles all sources with Parley. */
    Outcome compile(JavaCompiler compiler, List<String> options) {
        return compile(compiler, options, List.of(new ProtocolProcessor()));
    }

    /** Compiles all sources; what earlier runs left behind stays where it is. */
    Outcome compile(JavaCompiler compiler, List<String> options, List<Processor> processors) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StringWriter log = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(diagnostics, null, null)) {
            Files.createDirectories(output);
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(output));
            JavaCompiler.CompilationTask task = compiler.getTask(
                    log, files, diagnostics, options, null, files.getJavaFileObjectsFromPaths(javaFiles()));
            task.setProcessors(processors);
            boolean success = task.call();
            return new Outcome(success, diagnostics.getDiagnostics(), generated(), log.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> javaFiles() throws IOException {
        try (Stream<Path> all = Files.walk(sources)) {
            return all.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private Map<String, String> generated() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> all = Files.walk(output)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!file.toString().endsWith(".class")) {
                    texts.put(output.relativize(file).toString(), Files.readString(file));
                }
            }
        }
        return texts;
    }

    /**
     * What a compilation came to.
     *
     * @param success whether there was no error
     * @param diagnostics all that was reported
     * @param generated the generated sources and resources by path
     * @param log what the compiler printed beside its diagnostics
     */
    record Outcome(
            boolean success,
            List<Diagnostic<? extends JavaFileObject>> diagnostics,
            Map<String, String> generated,
            String log) {

        /** Returns the errors, and the warnings of Parley; those of the compiler depend on its settings. */
        List<Diagnostic<? extends JavaFileObject>> problems() {
            return diagnostics.stream()
                    .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR
                            || diagnostic.getMessage(Locale.ROOT).startsWith("["))
                    .toList();
        }

        /** Returns the texts of the errors, and of the warnings of Parley. */
        List<String> messages() {
            return problems().stream()
                    .map(problem -> problem.getMessage(Locale.ROOT))
                    .toList();
        }
    }
}
