package dev.parley.benchmarks.compile;

import dev.parley.processor.ProtocolProcessor;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A run of javac that keeps nothing but figures: no disk is measured. */
final class JavaCompilation implements AutoCloseable {

    private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files = javac.getStandardFileManager(null, null, StandardCharsets.UTF_8);

    /**
     * What came of it.
     *
     * @param sources how many source files were generated
     * @param classes how many class files were written
     * @param bytes their size together
     */
    record Output(int sources, int classes, long bytes) {}

    /** Compiles the protocol {@code Big}, with the processor or without. */
    Output compile(String source, boolean processed) {
        Counting output = new Counting(files);
        StringWriter messages = new StringWriter();
        List<String> options = new ArrayList<>(List.of("--release", "17", "-Xlint:-options"));
        if (!processed) {
            options.add("-proc:none");
        }
        JavaCompiler.CompilationTask task =
                javac.getTask(messages, output, null, options, null, List.of(new Text("Big.java", source)));
        if (processed) {
            task.setProcessors(List.of(new ProtocolProcessor()));
        }
        if (!task.call()) {
            throw new IllegalStateException(messages.toString());
        }
        return new Output(output.sources.get(), output.classes.get(), output.bytes.get());
    }

    @Override
    public void close() {
        try {
            files.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A source file in memory. */
    private static final class Text extends SimpleJavaFileObject {
        private final StringWriter content = new StringWriter();

        Text(String path, String content) {
            super(URI.create("memory:///" + path), Kind.SOURCE);
            this.content.write(content);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content.getBuffer();
        }

        @Override
        public StringWriter openWriter() {
            return content;
        }
    }

    /** Keeps generated sources in memory, and counts class files. */
    private static final class Counting extends ForwardingJavaFileManager<JavaFileManager> {
        private final AtomicInteger sources = new AtomicInteger();
        private final AtomicInteger classes = new AtomicInteger();
        private final AtomicLong bytes = new AtomicLong();

        Counting(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            if (kind == JavaFileObject.Kind.SOURCE) {
                sources.incrementAndGet();
                return new Text(className.replace('.', '/') + kind.extension, "");
            }
            classes.incrementAndGet();
            return new SimpleJavaFileObject(URI.create("memory:///" + className + kind.extension), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return counting();
                }
            };
        }

        @Override
        public FileObject getFileForOutput(Location location, String packageName, String name, FileObject sibling) {
            return new Text(name, "");
        }

        private OutputStream counting() {
            return new OutputStream() {
                @Override
                public void write(int one) {
                    bytes.incrementAndGet();
                }

                @Override
                public void write(byte[] some, int from, int length) {
                    bytes.addAndGet(length);
                }
            };
        }
    }
}
