package dev.parley.docs;

import dev.parley.processor.ProtocolProcessor;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles examples as a user's build would. */
final class Compilation {

    private Compilation() {}

    /** Compiles the files, given by path, and returns what is reported, each with its severity. */
    static List<String> compile(Map<String, String> files, Path classes) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> reported = new DiagnosticCollector<>();
        List<String> options = List.of("--release", "17", "-Xlint:all,-processing,-options", "-d", classes.toString());
        List<JavaFileObject> sources = files.entrySet().stream()
                .map(file -> source(file.getKey(), file.getValue()))
                .toList();
        JavaCompiler.CompilationTask task = javac.getTask(null, null, reported, options, null, sources);
        task.setProcessors(List.of(new ProtocolProcessor()));
        task.call();
        return reported.getDiagnostics().stream().map(Compilation::text).toList();
    }

    private static String text(Diagnostic<?> diagnostic) {
        return diagnostic.getKind().name().toLowerCase(Locale.ROOT) + ": " + diagnostic.getMessage(Locale.ROOT);
    }

    private static JavaFileObject source(String path, String code) {
        return new SimpleJavaFileObject(URI.create("string:///" + path), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return code;
            }
        };
    }
}
