package dev.parley.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What users see of a broken protocol when their code uses its endpoints: the error, not what follows from it. */
class BrokenProtocolTest {

    @TempDir
    private Path directory;

    private static final String CALCULATOR = """
            import dev.parley.annotation.*;

            @Protocol
            interface Calculator {
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

    /** Compiled before the protocol: its name comes first. */
    private static final String USER = """
            class Application {
                CalculatorClient.Ask field;

                static void serve(CalculatorServer.Ask ask) {
                    while (ask != null) {
                        ask = ask.receive().match(add -> add.sum((long) add.x() + add.y()), bye -> null);
                    }
                }

                static void use(CalculatorClient.Ask ask) {
                    ask.add(20, 22).receive().bye();
                }

                static void run() {
                    CalculatorSession.run(Application::use, Application::serve);
                }
            }
            """;

    /** Returns slips that leave enough of the protocol to generate endpoints: what is replaced by what, and the error. */
    static Stream<Arguments> slips() {
        return Stream.of(
                Arguments.of("Ask start();", "Ask start(); static void helper() {}", "[protocol-member]"),
                Arguments.of("Ask start();", "Ask start(); enum Colour { RED }", "[protocol-member]"),
                Arguments.of("Ask start();", "Ask start(); void greet();", "[step-shape]"),
                Arguments.of("Ask start();", "Ask start(); int count();", "[step-return]"),
                Arguments.of("@Role interface Server {}", "@Role interface Server { void serve(); }", "[role-shape]"),
                Arguments.of(
                        "@Role interface Server {}", "@Role interface Server {} @Role interface Z {}", "[role-unused]"),
                Arguments.of(
                        "Ask start();",
                        "Ask start(); @Message(from = Client.class, to = Server.class) void more();",
                        "[step-unreachable]"),
                Arguments.of(
                        "interface Calculator {",
                        "interface Calculator extends Comparable<String> {",
                        "[protocol-shape]"),
                Arguments.of(
                        "@Protocol",
                        "@Protocol @Edge(from = Calculator.Client.class, to = Calculator.Server.class, capacity = -1)",
                        "[edge-capacity]"),
                Arguments.of("@Choice(at = Client.class)", "@Choice(at = Server.class)", "[choice-sender]"),
                Arguments.of("@Choice(at = Client.class)", "@Choice(at = String.class)", "[role-undeclared]"));
    }

    @ParameterizedTest
    @MethodSource("slips")
    void aSlipIsTheOnlyErrorEvenWhereAllCodeIsAnalysed(String right, String wrong, String error) {
        for (Compilers compiler : Compilers.values()) {
            Project.Outcome outcome = compile(compiler, right, wrong, "--should-stop=ifError=FLOW");

            assertThat(errors(outcome))
                    .as(compiler.name())
                    .isNotEmpty()
                    .allSatisfy(text -> assertThat(text).startsWith(error));
        }
    }

    /** Returns faults after which little of the protocol is left. */
    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("to = Client.class) Ask sum", "to = Server.class) Ask sum", "[message-self]"),
                Arguments.of(
                        "to = Client.class) Ask sum", "to = Client.class, label = \"a b\") Ask sum", "[message-label]"),
                Arguments.of("to = Client.class) Ask sum", "to = Clint.class) Ask sum", "cannot find symbol"),
                Arguments.of("Ask sum(long value)", "Aks sum(long value)", "cannot find symbol"),
                Arguments.of(
                        "@Role interface Server {}",
                        "@Role interface Server {} @Role interface SERVER {}",
                        "[name-clash]"),
                Arguments.of("interface Calculator {", "class Calculator {", "[protocol-shape]"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsTheFirstErrorWhereAllCodeIsAnalysed(String right, String wrong, String error) {
        Project.Outcome outcome = compile(Compilers.JAVAC, right, wrong, "--should-stop=ifError=FLOW");

        assertThat(errors(outcome)).first().asString().startsWith(error);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsTheOnlyErrorOfJavacAsItIs(String right, String wrong, String error) {
        Project.Outcome outcome = compile(Compilers.JAVAC, right, wrong);

        assertThat(errors(outcome))
                .isNotEmpty()
                .allSatisfy(text ->
                        assertThat(text).matches("(?s)\\[(role-unused|name-clash)].*|" + Pattern.quote(error) + ".*"));
    }

    @ParameterizedTest
    @EnumSource
    void oneBrokenProtocolDoesNotStopAnother(Compilers compiler) {
        Project.Outcome outcome = new Project(directory)
                .write(
                        "Broken.java",
                        CALCULATOR.replace("Calculator", "Broken").replace("Ask start();", "void start();"))
                .write("Other.java", CALCULATOR.replace("Calculator", "Other").replace("at = Client", "at = Server"))
                .write("Calculator.java", CALCULATOR)
                .write("Application.java", USER)
                .compile(compiler.get(), compiler.options());

        assertThat(errors(outcome))
                .as("all errors are reported together")
                .anySatisfy(text -> assertThat(text).startsWith("[step-shape]"))
                .anySatisfy(text -> assertThat(text).startsWith("[choice-sender]"))
                .allSatisfy(text -> assertThat(text).startsWith("["));
        assertThat(outcome.generated().get("CalculatorClient.java")).contains("add(int x, int y)");
    }

    private Project.Outcome compile(Compilers compiler, String right, String wrong, String... javacOptions) {
        assertThat(CALCULATOR).contains(right);
        List<String> options = new ArrayList<>(compiler.options());
        if (compiler == Compilers.JAVAC) {
            options.addAll(List.of(javacOptions));
        }
        return new Project(directory)
                .write("Application.java", USER)
                .write("Calculator.java", CALCULATOR.replace(right, wrong))
                .compile(compiler.get(), options);
    }

    private static List<String> errors(Project.Outcome outcome) {
        assertThat(outcome.success()).isFalse();
        List<String> errors = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : outcome.diagnostics()) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                errors.add(diagnostic.getMessage(Locale.ROOT));
            }
        }
        return errors;
    }
}
