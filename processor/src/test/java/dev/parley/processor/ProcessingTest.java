package dev.parley.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the processor behaves towards compilers, build tools and other processors. */
class ProcessingTest {

    @TempDir
    private Path directory;

    private static final String PING = """
            import dev.parley.annotation.*;

            @Protocol
            interface Ping {
                @Role interface Left {}
                @Role interface Right {}

                @Message(from = Left.class, to = Right.class) Pong ping(int x);

                interface Pong {
                    @Message(from = Right.class, to = Left.class) void pong(String y);
                }
            }
            """;

    @Test
    void compilersFindTheProcessorAndBuildToolsKnowItsKind() throws IOException {
        assertThat(ServiceLoader.load(Processor.class)).hasAtLeastOneElementOfType(ProtocolProcessor.class);
        try (InputStream kinds =
                ProtocolProcessor.class.getResourceAsStream("/META-INF/gradle/incremental.annotation.processors")) {
            assertThat(new String(kinds.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("dev.parley.processor.ProtocolProcessor,isolating\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void protocolsCanBeCheckedWithNothingBeingGenerated(Compilers compiler) {
        String broken = PING.replace("to = Left.class", "to = Right.class");
        List<String> options = with("-Aparley.generate=none", compiler);

        Project.Outcome good =
                new Project(directory.resolve("good")).write("Ping.java", PING).compile(compiler.get(), options);
        Project.Outcome bad =
                new Project(directory.resolve("bad")).write("Ping.java", broken).compile(compiler.get(), options);

        assertThat(good.messages()).isEmpty();
        assertThat(good.generated()).isEmpty();
        assertThat(bad.messages()).anySatisfy(message -> assertThat(message).contains("[message-self]"));
        assertThat(bad.generated()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownWayToGenerateIsRefused(Compilers compiler) {
        Project.Outcome outcome = new Project(directory)
                .write("Ping.java", PING)
                .compile(compiler.get(), with("-Aparley.generate=some", compiler));

        assertThat(outcome.success()).isFalse();
        assertThat(outcome.messages())
                .contains("the option -Aparley.generate=some is unknown: leave it out, or say"
                        + " -Aparley.generate=none to have protocols checked and nothing generated");
    }

    private static List<String> with(String option, Compilers compiler) {
        return Stream.concat(Stream.of(option), compiler.options().stream()).toList();
    }

    @ParameterizedTest
    @EnumSource
    void compilingAgainChangesNothing(Compilers compiler) {
        Project project = new Project(directory).write("Ping.java", PING);
        Project.Outcome first = project.compile(compiler.get(), compiler.options());
        Project.Outcome second = project.compile(compiler.get(), compiler.options());

        assertThat(first.messages()).isEmpty();
        assertThat(second.messages()).isEmpty();
        assertThat(second.generated()).isNotEmpty().isEqualTo(first.generated());
    }

    /** Build tools leave the classes of the last compilation on the class path; ecj's filer refuses to replace those. */
    @Test
    void oldClassesAreNotTakenForTheUsers() {
        Project project = new Project(directory).write("Ping.java", PING);
        project.compile(Compilers.JAVAC.get(), Compilers.JAVAC.options());
        String classPath = directory.resolve("out") + File.pathSeparator + System.getProperty("java.class.path");

        Project.Outcome outcome =
                project.compile(Compilers.JAVAC.get(), List.of("--release", "17", "-classpath", classPath));

        assertThat(outcome.messages()).isEmpty();
    }

    @Test
    void bothCompilersGetTheSameTexts(@TempDir Path other) {
        Project.Outcome javac = new Project(directory)
                .write("Ping.java", PING)
                .compile(Compilers.JAVAC.get(), Compilers.JAVAC.options());
        Project.Outcome ecj =
                new Project(other).write("Ping.java", PING).compile(Compilers.ECJ.get(), Compilers.ECJ.options());

        assertThat(javac.generated()).isNotEmpty().isEqualTo(ecj.generated());
    }

    @Test
    void theOrderOfNestedTypesLeavesNoTrace(@TempDir Path other) {
        String shuffled = """
                import dev.parley.annotation.*;

                @Protocol
                interface Ping {
                    interface Pong {
                        @Message(from = Right.class, to = Left.class) void pong(String y);
                    }
                    @Message(from = Left.class, to = Right.class) Pong ping(int x);
                    @Role interface Right {}
                    @Role interface Left {}
                }
                """;
        Project.Outcome one = new Project(directory)
                .write("Ping.java", PING)
                .compile(Compilers.JAVAC.get(), Compilers.JAVAC.options());
        Project.Outcome two = new Project(other)
                .write("Ping.java", shuffled)
                .compile(Compilers.JAVAC.get(), Compilers.JAVAC.options());

        assertThat(one.generated()).isNotEmpty().isEqualTo(two.generated());
    }

    @Test
    void eachFileOriginatesFromItsProtocolAlone() {
        OriginRecorder recorder = new OriginRecorder();
        String broken = PING.replace("Ping", "Broken").replace("to = Right.class", "to = Left.class");
        Compilation compilation = Compiler.javac()
                .withProcessors(recorder)
                .compile(
                        JavaFileObjects.forSourceString("Ping", PING),
                        JavaFileObjects.forSourceString("Broken", broken));

        assertThat(compilation.errors()).as("one protocol is broken").isNotEmpty();
        assertThat(recorder.origins)
                .containsKeys("PingSession", "PingLeft", "PingRight", "META-INF/parley/Ping.spec", "BrokenLeft")
                .allSatisfy((file, origins) -> assertThat(origins)
                        .singleElement()
                        .asString()
                        .isEqualTo(file.contains("Ping") ? "Ping" : "Broken"));
    }

    @Test
    void otherProcessorsSeeTheAnnotationsToo() {
        Capture other = new Capture();
        Compilation compilation = Compiler.javac()
                .withProcessors(new ProtocolProcessor(), other)
                .compile(JavaFileObjects.forSourceString("Ping", PING));

        assertThat(compilation.errors()).isEmpty();
        assertThat(other.readings()).hasSize(1);
    }

    @Test
    void noLintFindsAnything() {
        Compilation compilation = Compiler.javac()
                .withProcessors(new ProtocolProcessor())
                .withOptions("--release", "17", "-Xlint:all,-processing", "-Werror")
                .compile(JavaFileObjects.forSourceString("Ping", PING));

        assertThat(compilation.diagnostics()).isEmpty();
    }

    @Test
    void aBugIsReportedAtTheProtocolWithARequest() {
        Compilation compilation =
                Compiler.javac().withProcessors(new Buggy()).compile(JavaFileObjects.forSourceString("Ping", PING));

        assertThat(compilation.errors()).singleElement().satisfies(error -> {
            assertThat(error.getMessage(Locale.ROOT))
                    .startsWith("[internal] Parley failed to process Ping")
                    .contains("please report it")
                    .contains("IllegalStateException: no such state");
            assertThat(error.getLineNumber()).isEqualTo(4);
        });
    }

    /** Runs the real processor and records from which elements files are said to originate. */
    @SupportedAnnotationTypes("*")
    private static final class OriginRecorder extends AbstractProcessor {

        private final ProtocolProcessor processor = new ProtocolProcessor();
        private final Map<String, List<Element>> origins = new TreeMap<>();

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public synchronized void init(ProcessingEnvironment environment) {
            super.init(environment);
            Filer filer = wrap(Filer.class, environment.getFiler(), Map.of());
            processor.init(wrap(ProcessingEnvironment.class, environment, Map.of("getFiler", filer)));
        }

        /** Returns an object that answers some methods with the given values, and passes all others on. */
        private <T> T wrap(Class<T> type, T target, Map<String, Object> answers) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        if (arguments != null && arguments[arguments.length - 1] instanceof Element[] elements) {
                            String file = arguments[arguments.length - 2].toString();
                            origins.put(file, List.of(elements));
                        }
                        Object answer = answers.get(method.getName());
                        try {
                            return answer == null ? method.invoke(target, arguments) : answer;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            assertThat(processor.process(annotations, round)).isFalse();
            return false;
        }
    }

    /** Fails on each protocol as the real processor would if it had a bug. */
    @SupportedAnnotationTypes(AnnotationNames.PROTOCOL)
    private static final class Buggy extends AbstractProcessor {

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            for (TypeElement annotation : annotations) {
                for (Element protocol : round.getElementsAnnotatedWith(annotation)) {
                    new Reporter(processingEnv.getMessager())
                            .reportBug((TypeElement) protocol, new IllegalStateException("no such state"));
                }
            }
            return false;
        }
    }
}
