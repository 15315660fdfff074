package dev.parley.processor.codegen;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.parley.processor.ProtocolProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/** Protocols, what is generated for them, and the programs of a test that use it, compiled with all warnings as errors. */
final class Generated {

    private static final List<String> STRICT = List.of("--release", "17", "-Xlint:all,-processing", "-Werror");

    private final Compilation compilation;

    private Generated(Compilation compilation) {
        this.compilation = compilation;
    }

    /** Compiles source files; the name of each is that of the first type declared in it. */
    static Generated from(String... sources) {
        List<JavaFileObject> files = Stream.of(sources).map(Generated::file).toList();
        Compilation compilation = Compiler.javac()
                .withProcessors(new ProtocolProcessor())
                .withOptions(STRICT)
                .compile(files);
        assertThat(compilation).succeededWithoutWarnings();
        return new Generated(compilation);
    }

    private static JavaFileObject file(String source) {
        String name = source.replaceFirst("(?s).*?(?:class|interface|record|enum) (\\w+).*", "$1");
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

    private static String text(JavaFileObject file) {
        try {
            return file.getCharContent(false).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Calls a static method without parameters. */
    Object call(String type, String method) throws Throwable {
        try {
            return new Loader(compilation.generatedFiles())
                    .loadClass(type)
                    .getMethod(method)
                    .invoke(null);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static final class Loader extends ClassLoader {

        private final Map<String, JavaFileObject> classes = new HashMap<>();

        Loader(ImmutableList<JavaFileObject> files) {
            for (JavaFileObject file : files) {
                if (file.getKind() == JavaFileObject.Kind.CLASS) {
                    String path =
                            file.getName().replaceFirst("^/CLASS_OUTPUT/", "").replaceFirst("\\.class$", "");
                    classes.put(path.replace('/', '.'), file);
                }
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            JavaFileObject file = classes.get(name);
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            try (var bytes = file.openInputStream()) {
                byte[] code = bytes.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
