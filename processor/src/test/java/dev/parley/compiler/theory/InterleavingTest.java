package dev.parley.compiler.theory;

import static dev.parley.compiler.Protocols.choice;
import static dev.parley.compiler.Protocols.msg;
import static dev.parley.compiler.Protocols.par;
import static dev.parley.compiler.Protocols.protocol;
import static dev.parley.compiler.Protocols.run;
import static dev.parley.compiler.Protocols.seq;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.ProtocolCompiler;
import dev.parley.compiler.Protocols;
import dev.parley.compiler.Protocols.Block;
import dev.parley.compiler.Protocols.Line;
import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.Result;
import dev.parley.compiler.machine.Exploration.Clean;
import dev.parley.compiler.machine.Explorer;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Step.CrashStep;
import dev.parley.compiler.theory.Traces.Comparison;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Parties, forks and joins do what parallel blocks mean: neither more nor less is seen of them than of the interleaving. */
class InterleavingTest {

    private static final int MOST_CONFIGURATIONS = 100_000;
    private static final int MOST_UNDER_WAY = 3;
    private static final int MOST_SITUATIONS = 20_000;
    private static final int RANDOM_PROTOCOLS = 30;
    private static final int RANDOM_SITUATIONS = 100;

    private static final Block ONE_PAIR = par(
            "Both",
            msg("A", "B", "x").then(seq("Left", msg("B", "A", "y"))),
            msg("B", "A", "z").then(seq("Right", msg("A", "B", "w"))));

    private static Map<String, Block> simple() {
        Map<String, Block> blocks = new TreeMap<>();
        blocks.put("branches share a pair of roles, each first in one", ONE_PAIR);
        blocks.put(
                "something before and behind, and the same label in both branches",
                seq(
                        "Main",
                        msg("A", "B", "before"),
                        run(par("Both", msg("A", "B", "x"), msg("A", "B", "x"))),
                        msg("A", "B", "behind"),
                        msg("B", "A", "x")));
        blocks.put(
                "a choice in a branch",
                seq(
                        "Main",
                        run(par(
                                "Both",
                                run(choice(
                                        "Ask",
                                        "A",
                                        msg("A", "B", "yes").then(seq("Yes", msg("B", "A", "thanks"))),
                                        msg("A", "B", "no"))),
                                msg("B", "A", "other"))),
                        msg("B", "A", "behind")));
        blocks.put(
                "a loop in a branch",
                par(
                        "Both",
                        run(choice(
                                "Loop",
                                "A",
                                msg("A", "B", "more")
                                        .then(seq("Go", msg("B", "A", "ok").then("Loop"))),
                                msg("A", "B", "enough"))),
                        msg("B", "A", "other")));
        return blocks;
    }

    private static Map<String, Block> composed() {
        Map<String, Block> blocks = new TreeMap<>();
        blocks.put(
                "a loop around the block",
                choice(
                        "Loop",
                        "A",
                        msg("A", "B", "go")
                                .then(seq(
                                        "Round",
                                        run(par(
                                                "Both",
                                                msg("A", "B", "x").then(seq("Left", msg("B", "A", "y"))),
                                                msg("B", "A", "z"))),
                                        run("Loop"))),
                        msg("A", "B", "stop").end()));
        blocks.put(
                "three branches",
                seq(
                        "Main",
                        run(par("All", msg("A", "B", "x"), msg("B", "A", "y"), msg("A", "B", "z"))),
                        msg("B", "A", "behind")));
        blocks.put(
                "a block in a branch of another",
                seq(
                        "Main",
                        run(par(
                                "Outer",
                                run(seq(
                                        "Left",
                                        msg("A", "B", "l1"),
                                        run(par("Inner", msg("A", "B", "x"), msg("B", "A", "y"))),
                                        msg("A", "B", "l2"))),
                                msg("B", "A", "r"))),
                        msg("A", "B", "behind")));
        blocks.put(
                "roles in one branch only",
                seq(
                        "Main",
                        run(par(
                                "Both",
                                msg("A", "B", "x").then(seq("Left", msg("B", "A", "y"))),
                                msg("A", "C", "z").then(seq("Right", msg("C", "A", "w"))))),
                        msg("B", "C", "behind")));
        blocks.put(
                "nobody in two branches",
                seq("Main", run(par("Both", msg("A", "B", "x"), msg("C", "D", "y"))), msg("B", "D", "behind")));
        blocks.put(
                "a block used in two places",
                seq(
                        "Main",
                        run(par("Both", msg("A", "B", "x"), msg("B", "A", "y"))),
                        msg("A", "B", "between"),
                        run("Both"),
                        msg("B", "A", "behind")));
        blocks.put(
                "a block in one alternative, a whole session in the other",
                seq(
                        "Main",
                        run(choice(
                                "Ask",
                                "A",
                                msg("A", "B, C", "yes").then(par("Both", msg("A", "B", "x"), msg("B", "A, C", "y"))),
                                msg("A", "B, C", "no").end())),
                        msg("C", "A", "behind")));
        return blocks;
    }

    static Stream<Named<Block>> blocks() {
        return Stream.of(simple(), composed())
                .flatMap(each -> each.entrySet().stream())
                .map(each -> Named.of(each.getKey(), each.getValue()));
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void machinesDoWhatTheInterleavingDoes(Block block) {
        ProtocolDeclaration declaration = protocol(block);
        Comparison comparison = compare(declaration, declaration);

        assertThat(comparison.difference()).isEmpty();
        assertThat(comparison.complete()).isTrue();
        for (int bound = 1; bound <= 3; bound++) {
            assertThat(Explorer.explore(accepted(declaration).machines(), bound, MOST_CONFIGURATIONS))
                    .isInstanceOf(Clean.class);
        }
    }

    @Test
    void machinesDoWhatTheInterleavingDoesOfRandomBranches() {
        assertThat(compareRandom(RandomBranches::protocol)).as("accepted").isGreaterThan(RANDOM_PROTOCOLS / 4);
    }

    @Test
    void machinesDoWhatTheInterleavingDoesOfRandomProtocolsWithBranches() {
        assertThat(compareRandom(seed -> RandomProtocols.withBranches(seed, 3)))
                .as("accepted, and without crashes, which are not run here")
                .isGreaterThan(RANDOM_PROTOCOLS / 4);
    }

    private static int compareRandom(LongFunction<ProtocolDeclaration> protocols) {
        int accepted = 0;
        for (long seed = 0; seed < RANDOM_PROTOCOLS; seed++) {
            ProtocolDeclaration declaration = protocols.apply(seed);
            boolean crashes = Stream.concat(Stream.of(declaration.main()), declaration.blocks().stream())
                    .flatMap(block -> block.steps().stream())
                    .anyMatch(CrashStep.class::isInstance);
            if (!crashes
                    && ProtocolCompiler.compile(declaration).diagnostics().stream()
                            .noneMatch(Diagnostic::isError)) {
                accepted++;
                Comparison comparison = Traces.compare(
                        ErasedRun.of(accepted(declaration).machines()),
                        Interleaving.of(declaration),
                        MOST_UNDER_WAY,
                        RANDOM_SITUATIONS);
                assertThat(comparison.difference())
                        .as("seed %s:\n%s", seed, Protocols.text(declaration))
                        .isEmpty();
            }
        }
        return accepted;
    }

    /** The comparison would see it if the branches were run one after the other, */
    @Test
    void aSequenceIsNotAnInterleaving() {
        Comparison comparison = compare(protocol(sequence("Both", ONE_PAIR.lines())), protocol(ONE_PAIR));

        assertThat(comparison.difference()).hasValueSatisfying(difference -> {
            assertThat(difference.word()).isEmpty();
            assertThat(difference.left()).containsExactly("A: B!x()");
            assertThat(difference.right()).containsExactlyInAnyOrder("A: B!x()", "B: A!z()");
        });
    }

    /** and if they were run concurrently where that is not meant. */
    @Test
    void anInterleavingIsNotASequence() {
        assertThat(compare(protocol(ONE_PAIR), protocol(sequence("Both", ONE_PAIR.lines())))
                        .difference())
                .isPresent();
    }

    private static Block sequence(String name, List<Line> lines) {
        return seq(name, lines.toArray(Line[]::new));
    }

    private static Comparison compare(ProtocolDeclaration compiled, ProtocolDeclaration meant) {
        return Traces.compare(
                ErasedRun.of(accepted(compiled).machines()), Interleaving.of(meant), MOST_UNDER_WAY, MOST_SITUATIONS);
    }

    private static CompiledProtocol accepted(ProtocolDeclaration declaration) {
        Result<CompiledProtocol> result = ProtocolCompiler.compile(declaration);
        assertThat(result.diagnostics().stream().filter(Diagnostic::isError))
                .as(Protocols.text(declaration))
                .isEmpty();
        return result.value().orElseThrow();
    }
}
