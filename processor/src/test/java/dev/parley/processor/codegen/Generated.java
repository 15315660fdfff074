package dev.parley.processor.codegen;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import com.palantir.javapoet.JavaFile;
import dev.parley.compiler.CompiledProtocol;
import dev.parley.processor.ProtocolProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import org.assertj.core.api.Assertions;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.jspecify.annotations.Nullable;

/** Protocols, what is generated for them, and the programs of a test that use it, compiled with all warnings as errors. */
final class Generated {

    private static final List<String> STRICT = List.of("--release", "17", "-Xlint:all,-processing", "-Werror");

    private final Compilation compilation;

    private Generated(Compilation compilation) {
        this.compilation = compilation;
    }

    /** Compiles source files; the name of each is that of the first type declared in it. */
    static Generated from(String... sources) {
        Generated generated = compile(Stream.of(sources).map(Generated::file).toList(), new ProtocolProcessor());
        assertEclipseAgrees(generated.compilation);
        return generated;
    }

    /** Compiles what is generated for a protocol, without the interface that would declare it. */
    static Generated from(CompiledProtocol protocol) {
        GenerationContext context = new GenerationContext(true, true, true, false, false);
        return compile(EndpointGenerator.generate(protocol, context).stream()
                .map(JavaFile::toJavaFileObject)
                .toList());
    }

    private static Generated compile(List<JavaFileObject> files, Processor... processors) {
        Compilation compilation =
                Compiler.javac().withProcessors(processors).withOptions(STRICT).compile(files);
        assertThat(compilation).succeededWithoutWarnings();
        return new Generated(compilation);
    }

    /** Has Eclipse's compiler read all sources, generated ones too. */
    private static void assertEclipseAgrees(Compilation compilation) {
        try {
            Path directory = Files.createTempDirectory(Path.of("target"), "ecj");
            List<String> arguments = new ArrayList<>(
                    List.of("-17", "-proc:none", "-nowarn", "-encoding", "UTF-8", "-d", "none", "-classpath"));
            arguments.add(System.getProperty("java.class.path"));
            for (JavaFileObject file : sources(compilation)) {
                Path copy = directory.resolve(file.getName().replaceFirst(".*/", ""));
                Files.writeString(copy, text(file));
                arguments.add(copy.toString());
            }
            StringWriter log = new StringWriter();
            PrintWriter printer = new PrintWriter(log);
            boolean agrees = BatchCompiler.compile(arguments.toArray(String[]::new), printer, printer, null);
            Assertions.assertThat(agrees).as("%s", log).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JavaFileObject> sources(Compilation compilation) {
        return Stream.concat(compilation.sourceFiles().stream(), compilation.generatedSourceFiles().stream())
                .toList();
    }

    /**
     * Runs statements beside a protocol, and returns what they return.
     *
     * @param protocol the protocol, in the package {@code example}
     * @param statements the body of a method that may throw anything
     */
    static Object play(String protocol, String statements) throws Throwable {
        return playAll(statements, protocol);
    }

    /**
     * Runs statements beside protocols, and returns what they return.
     *
     * @param statements the body of a method that may throw anything
     * @param protocols the protocols, in the package {@code example}
     */
    static Object playAll(String statements, String... protocols) throws Throwable {
        String program = """
                package example;

                import dev.parley.runtime.*;
                import dev.parley.runtime.effect.*;
                import dev.parley.runtime.journal.*;
                import java.time.*;
                import java.util.*;
                import java.util.concurrent.*;

                public class Play {
                    public static Object play() throws Exception {
                %s
                    }
                }
                """.formatted(statements.indent(8));
        return from(Stream.concat(Stream.of(protocols), Stream.of(program)).toArray(String[]::new))
                .call("example.Play", "play");
    }

    private static JavaFileObject file(String source) {
        String name = source.replaceFirst("(?sU).*?(?:class|interface|record|enum) (\\w+).*", "$1");
        return JavaFileObjects.forSourceString(name, source);
    }

    /** Returns the generated files, by path. */
    Map<String, String> files() {
        Map<String, String> texts = new TreeMap<>();
        for (JavaFileObject file : compilation.generatedFiles()) {
            if (file.getKind() != JavaFileObject.Kind.CLASS) {
                texts.put(file.getName().replaceFirst("^/[A-Z]+_OUTPUT/", ""), text(file));
            }
        }
        return texts;
    }

    /** Returns the source of a type. */
    String source(String type) {
        return sources(compilation).stream()
                .filter(file -> file.getName().endsWith("/" + type + ".java"))
                .map(Generated::text)
                .findFirst()
                .orElseThrow();
    }

    private static String text(JavaFileObject file) {
        try {
            return file.getCharContent(false).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Calls a static method that takes so many numbers. */
    Object call(String type, String method, Integer... numbers) throws Throwable {
        Class<?>[] parameters = new Class<?>[numbers.length];
        Arrays.fill(parameters, int.class);
        try {
            return loader(compilation.generatedFiles())
                    .loadClass(type)
                    .getMethod(method, parameters)
                    .invoke(null, (Object[]) numbers);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Returns a loader of compiled classes. */
    static ClassLoader loader(ImmutableList<JavaFileObject> generated) {
        return new Loader(generated);
    }

    private static final class Loader extends ClassLoader {

        private final Map<String, JavaFileObject> files = new HashMap<>();

        Loader(ImmutableList<JavaFileObject> generated) {
            for (JavaFileObject file : generated) {
                files.put(file.getName().replaceFirst("^/CLASS_OUTPUT/", ""), file);
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            try (InputStream bytes = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] code = Objects.requireNonNull(bytes, name).readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }

        @Override
        public @Nullable InputStream getResourceAsStream(String path) {
            JavaFileObject file = files.get(path);
            try {
                return file == null ? super.getResourceAsStream(path) : file.openInputStream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
