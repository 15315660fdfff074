package dev.parley.compiler.theory;

import static dev.parley.compiler.Protocols.INT;
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
import dev.parley.compiler.diagnostic.Result;
import dev.parley.compiler.machine.Exploration.Faulty;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody is left waiting for members that leave, nor are they, whichever of them leave or are late. */
class DeparturesTest {

    private static final int MOST_MEMBERS = 2;
    private static final int MOST_CONFIGURATIONS = 2_000;
    private static final long SEED = 20261121;
    private static final int RANDOM_PROTOCOLS = 300;

    private static Line turn(String name) {
        return run(
                choice(name, "W", msg("W", "M", "stay"), msg("W", "M", "leave").end()));
    }

    private static Map<String, Block> leaving() {
        Map<String, Block> all = new TreeMap<>();
        all.put(
                "then a broadcast and a gather",
                seq("P", msg("M", "W", "invite"), turn("Turn"), msg("M", "W", "place"), msg("W", "M", "thanks")));
        all.put(
                "in rounds",
                choice(
                        "Round",
                        "M",
                        msg("M", "W", "go").then(seq("Go", turn("Turn"), run("Round"))),
                        msg("M", "W", "stop").end()));
        all.put(
                "told to",
                seq(
                        "P",
                        msg("W", "M", "apply"),
                        run(choice(
                                "Turn",
                                "M",
                                msg("M", "W", "in"),
                                msg("M", "W", "out").end())),
                        msg("M", "W", "welcome"),
                        msg("W", "M", "thanks")));
        all.put(
                "seen by two",
                seq(
                        "P",
                        msg("W", "M", "apply"),
                        msg("M", "X", "soon"),
                        run(choice(
                                "Turn",
                                "W",
                                msg("W", "M, X", "in"),
                                msg("W", "M, X", "out").end())),
                        msg("X", "W", "welcome"),
                        msg("W", "X", "thanks"),
                        msg("M", "W", "bye")));
        return all;
    }

    private static Map<String, Block> leavingOthers() {
        Map<String, Block> all = new TreeMap<>();
        all.put(
                "unseen by one who goes on with them",
                seq(
                        "P",
                        msg("M", "W, X", "invite"),
                        turn("Turn"),
                        msg("M", "X", "now"),
                        msg("X", "W", "hello"),
                        msg("W", "X", "hi"),
                        msg("W", "M", "done")));
        all.put(
                "in a branch in which others have no part",
                seq(
                        "P",
                        msg("M", "W, X", "open"),
                        run(par("Both", msg("M", "X", "hint").then(seq("Left", msg("X", "M", "ok"))), turn("Turn"))),
                        msg("M", "W", "bye"),
                        msg("W", "M", "thanks"),
                        turn("Turn2"),
                        msg("M", "W", "end")));
        all.put(
                "of two families one",
                seq(
                        "P",
                        msg("M", "W, V", "open"),
                        turn("Turn"),
                        msg("M", "V", "now"),
                        msg("V", "W", "x"),
                        msg("W", "V", "y"),
                        msg("W", "M", "z")));
        all.put(
                "with a message that is no farewell elsewhere",
                seq(
                        "P",
                        msg("M", "W, X", "invite"),
                        run(choice(
                                "Turn",
                                "X",
                                msg("X", "W, M", "go")
                                        .then(seq("Go", msg("W", "M", "bye").end())),
                                msg("X", "W, M", "wait").then(seq("Wait", msg("W", "M", "bye"))))),
                        msg("M", "W", "place"),
                        run(seq("Turn2", msg("W", "M", "again")))));
        return all;
    }

    private static Map<String, Block> ledTurns() {
        Map<String, Block> all = new TreeMap<>();
        all.put(
                "before one who knows leads, and one who does not follows",
                seq(
                        "P",
                        msg("M", "W, X", "invite"),
                        turn("Turn"),
                        run(choice(
                                "Turn2",
                                "W",
                                msg("W", "M, X", "a").then(seq("A", msg("X", "W", "b"), msg("M", "X", "c"))),
                                msg("W", "M, X", "leave2").end())),
                        msg("M", "W", "bye")));
        all.put(
                "before the leader comes second",
                seq(
                        "P",
                        msg("M", "W, X", "invite"),
                        turn("Turn"),
                        run(seq("Turn2", msg("W", "X", "a"), msg("X", "M", "b"), msg("M", "W", "c"))),
                        msg("M", "W", "bye")));
        return all;
    }

    private static Map<String, Block> late() {
        Line vote = msg("W", "M", "vote").quorum();
        Map<String, Block> all = new TreeMap<>();
        all.put("once", seq("P", msg("M", "W", "question"), vote, msg("M", "W", "result"), msg("W", "M", "remark")));
        all.put(
                "in rounds",
                choice(
                        "Round",
                        "M",
                        msg("M", "W", "question").then(seq("Vote", vote, msg("M", "W", "result"), run("Round"))),
                        msg("M", "W", "stop").end()));
        all.put(
                "while somebody else goes on with them",
                seq(
                        "P",
                        msg("M", "W, X", "question"),
                        msg("W", "X", "note"),
                        vote,
                        msg("M", "X", "now"),
                        msg("X", "W", "hint"),
                        msg("M", "W", "result"),
                        msg("W", "M, X", "remark")));
        all.put(
                "with one of two receivers",
                seq(
                        "P",
                        msg("M", "W, X", "question"),
                        msg("W", "M, X", "vote").quorum(),
                        msg("M", "W", "result"),
                        msg("W", "M, X", "remark")));
        all.put(
                "before a block for each of the others",
                seq(
                        "P",
                        msg("M", "W, X", "question"),
                        vote,
                        msg("M", "W", "result"),
                        run(seq("Turn", msg("W", "M", "a"), msg("W", "X", "b"), msg("M", "X", "c")))));
        all.put(
                "of two families one",
                seq(
                        "P",
                        msg("M", "W, V", "open"),
                        vote,
                        msg("M", "W", "result"),
                        msg("M", "V", "now"),
                        msg("V", "W", "x"),
                        msg("W", "V", "y"),
                        msg("W", "M", "z")));
        all.put(
                "where others have left before and leave then",
                seq(
                        "P",
                        msg("M", "W", "open"),
                        turn("Turn"),
                        vote,
                        msg("M", "W", "result"),
                        turn("Turn2"),
                        msg("M", "W", "bye")));
        return all;
    }

    static Stream<Named<Block>> protocols() {
        return Stream.of(
                        named("members leave ", leaving()),
                        named("members leave ", leavingOthers()),
                        named("members leave ", ledTurns()),
                        named("members are late ", late()))
                .flatMap(each -> each);
    }

    private static Stream<Named<Block>> named(String what, Map<String, Block> protocols) {
        return protocols.entrySet().stream().map(each -> Named.of(what + each.getKey(), each.getValue()));
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void nobodyWaitsInVain(Block block) {
        ProtocolDeclaration turns =
                InstancesTest.forEach(InstancesTest.forEach(protocol(block), "Turn", "W"), "Turn2", "W");
        Result<CompiledProtocol> result = ProtocolCompiler.compile(InstancesTest.family(turns, "W", "V"));
        assertThat(result.diagnostics()).isEmpty();
        assertNobodyWaitsInVain(turns, result.value().orElseThrow(), 0);
    }

    /** An assembly that members leave, are late in, and join. */
    @Test
    void nobodyWaitsInVainForThoseWhoJoinAndLeave() {
        ProtocolDeclaration assembly = InstancesTest.admitting(
                InstancesTest.forEach(
                        InstancesTest.family(
                                protocol(seq(
                                        "Assembly",
                                        msg("M", "W", "invite"),
                                        turn("Response"),
                                        run(choice(
                                                "Activity",
                                                "M",
                                                msg("M", "W", "broadcast", INT).then("Activity"),
                                                msg("M", "W", "status")
                                                        .then(seq("Check", turn("Report"), run("Activity"))),
                                                msg("M", "W", "propose")
                                                        .then(seq(
                                                                "Votes",
                                                                msg("W", "M", "vote")
                                                                        .quorum(),
                                                                msg("M", "W", "decided")
                                                                        .then("Activity"))),
                                                msg("M", "W", "over").end())))),
                                "W"),
                        "Response",
                        "W"),
                "Activity",
                "W");
        ProtocolDeclaration declaration = InstancesTest.forEach(assembly, "Report", "W");
        Result<CompiledProtocol> result = ProtocolCompiler.compile(declaration);
        assertThat(result.diagnostics()).isEmpty();
        assertNobodyWaitsInVain(declaration, result.value().orElseThrow(), 0);
        assertNobodyWaitsInVain(declaration, result.value().orElseThrow(), 1);
    }

    @Test
    void nobodyWaitsInVainInRandomProtocols() {
        int accepted = 0;
        for (int i = 0; i < RANDOM_PROTOCOLS; i++) {
            ProtocolDeclaration declaration = RandomDepartures.protocol(SEED + i);
            Result<CompiledProtocol> result = ProtocolCompiler.compile(declaration);
            if (result.diagnostics().stream().noneMatch(InstancesTest::matters)) {
                accepted++;
                assertNobodyWaitsInVain(declaration, result.value().orElseThrow(), 0);
            }
        }
        assertThat(accepted).as("accepted protocols").isGreaterThan(RANDOM_PROTOCOLS / 10);
    }

    private static void assertNobodyWaitsInVain(
            ProtocolDeclaration declaration, CompiledProtocol compiled, int joining) {
        for (int size = 0; size <= MOST_MEMBERS - joining; size++) {
            assertThat(InstancesTest.explore(compiled, size, joining, 1, MOST_CONFIGURATIONS))
                    .as("%s members, %s join:\n%s", size, joining, Protocols.text(declaration))
                    .isNotInstanceOf(Faulty.class);
        }
    }
}
