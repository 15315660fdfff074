package dev.parley.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.annotation.Protocol;
import dev.parley.runtime.Session;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Users compile with javac or Eclipse's compiler, on the class path or on the module path. */
class CompilersTest {

    @TempDir
    private Path directory;

    private static final String PROTOCOL = """
            package calc;

            import dev.parley.annotation.*;

            @Protocol
            public interface Calculator {
                @Role interface Client {}
                @Role interface Server {}

                Ask start();

                @Choice(at = Client.class)
                interface Ask {
                    @Message(from = Client.class, to = Server.class) Reply add(int x, int y);
                    @Message(from = Client.class, to = Server.class) End bye();
                }

                interface Reply {
                    @Message(from = Server.class, to = Client.class) Ask sum(long value);
                }
            }
            """;

    private static final String PROGRAM = """
            package calc;

            import java.util.concurrent.Callable;

            public class Program implements Callable<Long> {
                private long result;

                @Override
                public Long call() {
                    CalculatorSession.run(this::use, Program::serve);
                    return result;
                }

                private void use(CalculatorClient.Ask ask) {
                    var sum = ask.add(20, 22).receive();
                    result = sum.value();
                    sum.bye();
                }

                private static void serve(CalculatorServer.Ask ask) {
                    while (ask != null) {
                        ask = ask.receive().match(add -> add.sum((long) add.x() + add.y()), bye -> null);
                    }
                }
            }
            """;

    private static final String MODULE = """
            module calc {
                requires static dev.parley.annotation;
                requires transitive dev.parley.runtime;

                exports calc;
            }
            """;

    @ParameterizedTest
    @EnumSource
    void aProgramOnTheClassPathCompilesAndRuns(Compilers compiler) throws Exception {
        Project.Outcome outcome = project().compile(compiler.get(), compiler.options());

        assertThat(outcome.messages()).isEmpty();
        URL[] classes = {directory.resolve("out").toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
            Object program = loader.loadClass("calc.Program").getConstructor().newInstance();
            assertThat(((Callable<?>) program).call()).isEqualTo(42L);
        }
    }

    @Test
    void aModuleCompilesWithJavac() throws URISyntaxException {
        Project.Outcome outcome = project()
                .write("module-info.java", MODULE)
                .compile(
                        Compilers.JAVAC.get(),
                        List.of("--release", "17", "--module-path", String.join(File.pathSeparator, modules())));

        assertThat(outcome.messages()).isEmpty();
        assertThat(outcome.generated())
                .containsKeys("calc/CalculatorSession.java", "META-INF/parley/calc.Calculator.spec");
    }

    /**
     * By the command line, since ecj's interface for tools knows no module path. In two runs: code of a module does not see what any
     * processor generates for that module in the same run of ecj, nor the other way round.
     */
    @Test
    void theEndpointsOfAModuleCompileWithEcj() throws URISyntaxException {
        project().write("module-info.java", MODULE);
        List<String> classPath =
                new ArrayList<>(List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
        classPath.removeAll(modules()); // ecj takes what is on both paths for no module
        List<String> arguments = List.of(
                "-17",
                "-nowarn",
                "--module-path",
                String.join(File.pathSeparator, modules()),
                "-classpath",
                String.join(File.pathSeparator, classPath),
                "-d",
                directory.resolve("out").toString(),
                directory.resolve("src").toString());
        String generated = directory.resolve("generated").toString();
        StringWriter log = new StringWriter();

        runEcj(arguments, List.of("-proc:only", "-s", generated), log);
        boolean success = runEcj(arguments, List.of("-proc:none", generated), log);

        assertThat(success).as(log.toString()).isTrue();
        assertThat(directory.resolve("out/calc/CalculatorSession.class")).exists();
    }

    private static boolean runEcj(List<String> arguments, List<String> more, StringWriter log) {
        PrintWriter printer = new PrintWriter(log, true);
        String[] all = Stream.concat(arguments.stream(), more.stream()).toArray(String[]::new);
        return BatchCompiler.compile(all, printer, printer, null);
    }

    private static List<String> modules() throws URISyntaxException {
        return List.of(location(Protocol.class), location(Session.class));
    }

    private Project project() {
        return new Project(directory).write("calc/Calculator.java", PROTOCOL).write("calc/Program.java", PROGRAM);
    }

    private static String location(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }
}
