package dev.parley.processor;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What the annotation processor reads from sources; here because the reader is nobody else's. */
public final class SourceProtocols {

    private SourceProtocols() {}

    /**
     * What is read of a protocol.
     *
     * @param declaration the declaration; nothing where the source leaves open what the protocol says
     * @param diagnostics what is wrong with it
     */
    public record Read(Optional<ProtocolDeclaration> declaration, List<Diagnostic> diagnostics) {}

    /** Returns what is read of the protocols in each source file, by their qualified names. */
    public static Map<Path, Map<String, Read>> read(Collection<Path> sources) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        Map<Path, Map<String, Read>> all = new HashMap<>();
        try (StandardJavaFileManager files = javac.getStandardFileManager(ignored -> {}, null, null)) {
            for (Path source : sources) {
                Reader reader = new Reader();
                JavaCompiler.CompilationTask task = javac.getTask(
                        null, files, ignored -> {}, List.of("-proc:only"), null, files.getJavaFileObjects(source));
                task.setProcessors(List.of(reader));
                task.call();
                all.put(source, reader.readings);
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Reader extends AbstractProcessor {

        private final Map<String, Read> readings = new TreeMap<>();

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of(AnnotationNames.PROTOCOL);
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            for (TypeElement annotation : annotations) {
                for (Element protocol : round.getElementsAnnotatedWith(annotation)) {
                    TypeElement type = (TypeElement) protocol;
                    Reading reading = SourceReader.read(type);
                    readings.put(
                            type.getQualifiedName().toString(),
                            new Read(
                                    Optional.of(reading.declaration()).filter(declaration -> reading.whole()),
                                    reading.diagnostics()));
                }
            }
            return false;
        }
    }
}
