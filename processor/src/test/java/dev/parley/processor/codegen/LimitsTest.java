package dev.parley.processor.codegen;

import static dev.parley.compiler.Protocols.INT;
import static dev.parley.compiler.Protocols.choice;
import static dev.parley.compiler.Protocols.msg;
import static dev.parley.compiler.Protocols.protocol;
import static dev.parley.compiler.Protocols.seq;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.ProtocolCompiler;
import dev.parley.compiler.Protocols.Block;
import dev.parley.compiler.Protocols.Line;
import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.processor.ProtocolProcessor;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Large protocols can be generated, and what cannot is reported before a Java compiler stumbles over it. */
class LimitsTest {

    @Test
    void aSequenceOfAThousandMessagesCanBeCompiled() {
        assertCompiles(sequence(1000));
    }

    @Test
    void aChoiceOfThreeHundredCanBeCompiledAndHasNoMatch() {
        Generated generated = assertCompiles(alternatives(300));

        assertThat(generated.source("BigB"))
                .doesNotContain(" match(")
                .contains("It has no {@code match}, because a Java method takes no more than 254 functions");
    }

    @Test
    void aChoiceOfAsManyAsAMethodTakesHasMatch() {
        Generated generated = assertCompiles(alternatives(254));

        assertThat(generated.source("BigB")).contains(" match(");
    }

    @Test
    void aMulticastToAHundredRolesCanBeCompiled() {
        assertCompiles(seq("Big", msg("A", each(100, i -> "R" + i), "all", INT, INT, INT)));
    }

    @Test
    void asManyRolesAsAMethodTakesHaveRun() {
        assertThat(assertCompiles(ring(254)).source("BigSession")).contains(" run(");
    }

    @Test
    void moreRolesHaveNoRun() {
        GenerationContext context = new GenerationContext(true, true, true, false, false);
        assertThat(EndpointGenerator.generate(compiled(ring(255)), context)
                        .get(0)
                        .toString())
                .doesNotContain(" run(")
                .contains("There is no {@code run}, because a Java method takes no more than 254 programs");
    }

    @Test
    void tenThousandStepsFit() {
        assertThat(problems(sequence(10_000))).isEmpty();
    }

    @Test
    void tooManyStatesAreReported() {
        assertThat(problems(loop(6_501)))
                .containsExactly(
                        "[protocol-size] A has 6501 states and receives 0 messages, which is more than fits into a class file\n"
                                + "  hint: split the protocol into several",
                        "[protocol-size] B has 6501 states and receives 6501 messages, which is more than fits into a class file\n"
                                + "  hint: split the protocol into several");
    }

    @Test
    void tooManyAlternativesAreReported() {
        assertThat(problems(alternatives(2_500))).isEmpty();
        assertThat(problems(alternatives(2_501)))
                .containsExactly(
                        "[protocol-size] B can receive 2501 messages in one state, more than the 2500 that fit into a method\n"
                                + "  hint: split the protocol into several");
    }

    @Test
    void tooManyReceiversAreReported() {
        Block block = seq("Big", msg("A", each(700, i -> "R" + i), "all", INT, INT, INT));

        assertThat(problems(block))
                .containsExactly(
                        "[protocol-size] A sends all(int, int, int) to 700 roles at once, more than fit into a method\n"
                                + "  hint: split the protocol into several");
    }

    @Test
    void whatDoesNotFitIsTheOnlyErrorOfTheBuild() {
        String alternatives = IntStream.range(0, 2_501)
                .mapToObj(i -> "@Message(from = A.class, to = B.class) End m" + i + "();")
                .collect(Collectors.joining("\n"));

        Compilation compilation = Compiler.javac()
                .withProcessors(new ProtocolProcessor())
                .compile(JavaFileObjects.forSourceString(
                        "Big",
                        Sources.inUnnamedPackage("@Protocol @Choice(at = Big.A.class) interface Big {\n"
                                + "@Role interface A {}\n@Role interface B {}\n" + alternatives + "}\n")));

        assertThat(compilation.errors()).singleElement().asString().contains("[protocol-size] B can receive 2501");
    }

    private static Block sequence(int size) {
        return seq("Big", lines(size, i -> msg("A", "B", "m" + i, INT)));
    }

    private static Block loop(int size) {
        return seq("Big", lines(size, i -> {
            Line line = msg("A", "B", "m" + i, INT);
            return i == size - 1 ? line.then("Big") : line;
        }));
    }

    private static Block alternatives(int size) {
        return choice("Big", "A", lines(size, i -> msg("A", "B", "m" + i, INT).end()));
    }

    private static Block ring(int size) {
        return seq("Big", lines(size, i -> msg("R" + i, "R" + (i + 1) % size, "m" + i, INT)));
    }

    private static Line[] lines(int size, IntFunction<Line> line) {
        return IntStream.range(0, size).mapToObj(line).toArray(Line[]::new);
    }

    private static String each(int size, IntFunction<String> name) {
        return IntStream.range(0, size).mapToObj(name).collect(Collectors.joining(", "));
    }

    private static Generated assertCompiles(Block block) {
        assertThat(problems(block)).isEmpty();
        return Generated.from(compiled(block));
    }

    private static List<String> problems(Block block) {
        return Limits.check(compiled(block)).stream().map(Diagnostic::message).toList();
    }

    private static CompiledProtocol compiled(Block block) {
        return ProtocolCompiler.compile(protocol(block)).value().orElseThrow();
    }
}
