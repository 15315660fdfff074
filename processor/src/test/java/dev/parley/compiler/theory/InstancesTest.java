package dev.parley.compiler.theory;

import static dev.parley.compiler.Protocols.INT;
import static dev.parley.compiler.Protocols.choice;
import static dev.parley.compiler.Protocols.msg;
import static dev.parley.compiler.Protocols.protocol;
import static dev.parley.compiler.Protocols.run;
import static dev.parley.compiler.Protocols.seq;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.ProtocolCompiler;
import dev.parley.compiler.Protocols;
import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.Origin;
import dev.parley.compiler.diagnostic.Result;
import dev.parley.compiler.diagnostic.Severity;
import dev.parley.compiler.machine.Exploration;
import dev.parley.compiler.machine.Exploration.Clean;
import dev.parley.compiler.machine.Exploration.Faulty;
import dev.parley.compiler.machine.Explorer;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.BlockForm;
import dev.parley.compiler.protocol.Family;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Reference;
import dev.parley.compiler.protocol.RoleDeclaration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is true of a representative member is true of any number of members, none among them. */
class InstancesTest {

    private static final int MOST_MEMBERS = 3;
    private static final int MOST_CONFIGURATIONS = 50_000;
    private static final long SEED = 20260521;
    private static final int PROTOCOLS = 400;

    @Test
    void broadcastsAndGathers() {
        assertClean(family(
                protocol(seq(
                        "Sum",
                        run(choice(
                                "Round",
                                "M",
                                msg("M", "W", "work", INT)
                                        .then(seq(
                                                "Answer",
                                                msg("W", "M", "result", INT).then("Round"))),
                                msg("M", "W", "done").end())))),
                "W"));
    }

    @Test
    void familiesThatSpeakWithEachOther() {
        assertClean(family(
                protocol(seq("Shuffle", msg("M", "V", "text"), msg("V", "W", "part"), msg("W", "M", "sum"))),
                "V",
                "W"));
    }

    @Test
    void blocksForEachMember() {
        ProtocolDeclaration talk = family(
                protocol(seq(
                        "Talk",
                        msg("M", "W, X", "begin"),
                        run(choice(
                                "Turn",
                                "W",
                                msg("W", "M, X", "again", INT)
                                        .then(seq(
                                                "Reply",
                                                msg("X", "M", "note"),
                                                msg("M", "W", "reply").then("Turn"))),
                                msg("W", "M, X", "enough"))),
                        msg("M", "W", "close"),
                        msg("W", "X", "bye"))),
                "W");
        assertClean(forEach(talk, "Turn", "W"));
    }

    @Test
    void membersThatJoinRoundAfterRound() {
        assertCleanWithNewcomers(admitting(
                family(
                        protocol(seq(
                                "Sum",
                                msg("X", "W", "ticket"),
                                run(choice(
                                        "Round",
                                        "M",
                                        msg("M", "W", "work", INT)
                                                .then(seq(
                                                        "Answer",
                                                        msg("W", "M", "result", INT)
                                                                .then("Round"))),
                                        msg("M", "X, W", "done").end())))),
                        "W"),
                "Round",
                "W"));
    }

    @Test
    void membersThatJoinBeforeTheirTurn() {
        assertCleanWithNewcomers(admitting(
                forEach(
                        family(
                                protocol(seq(
                                        "Talk",
                                        run(choice(
                                                "Round",
                                                "M",
                                                msg("M", "W", "go")
                                                        .then(seq(
                                                                "Turns",
                                                                run(choice(
                                                                        "Turn",
                                                                        "W",
                                                                        msg("W", "M", "again", INT)
                                                                                .then("Turn"),
                                                                        msg("W", "M", "enough"))),
                                                                run("Round"))),
                                                msg("M", "W", "close").end())))),
                                "W"),
                        "Turn",
                        "W"),
                "Round",
                "W"));
    }

    /** Every block of a random protocol may be one to join at, unless the compiler says that it is not. */
    @Test
    void membersThatJoinRandomProtocols() {
        int accepted = 0;
        for (int i = 0; i < PROTOCOLS / 2; i++) {
            ProtocolDeclaration random = RandomProtocols.protocol(SEED + i, 3 + i % 6);
            for (RoleDeclaration role : random.roles()) {
                String family = role.name().value();
                for (String block : names(random)) {
                    Result<CompiledProtocol> result =
                            ProtocolCompiler.compile(admitting(family(random, family), block, family));
                    if (result.diagnostics().stream().noneMatch(InstancesTest::matters)) {
                        accepted++;
                        assertThat(explore(result.value().orElseThrow(), 1, 1, 1))
                                .as(() -> Protocols.text(random) + family + " joins at " + block)
                                .isNotInstanceOf(Faulty.class);
                    }
                }
            }
        }
        assertThat(accepted).as("accepted protocols").isGreaterThan(PROTOCOLS / 20);
    }

    private static List<String> names(ProtocolDeclaration declaration) {
        return Stream.concat(Stream.of(declaration.main()), declaration.blocks().stream())
                .map(BlockDeclaration::name)
                .toList();
    }

    static void assertCleanWithNewcomers(ProtocolDeclaration declaration) {
        Result<CompiledProtocol> result = ProtocolCompiler.compile(declaration);
        assertThat(result.diagnostics()).isEmpty();
        for (int joining = 1; joining <= 2; joining++) {
            for (int bound = 1; bound <= 2; bound++) {
                for (int size = 0; size <= 1; size++) {
                    assertThat(explore(result.value().orElseThrow(), size, joining, bound))
                            .as("%s join %s, channels of %s", joining, size, bound)
                            .isInstanceOf(Clean.class);
                }
            }
        }
    }

    @Test
    void randomProtocols() {
        int accepted = 0;
        int explored = 0;
        for (int i = 0; i < PROTOCOLS; i++) {
            ProtocolDeclaration random = RandomProtocols.protocol(SEED + i, 3 + i % 8);
            for (RoleDeclaration role : random.roles()) {
                ProtocolDeclaration declaration = family(random, role.name().value());
                Result<CompiledProtocol> result = ProtocolCompiler.compile(declaration);
                if (result.diagnostics().stream().noneMatch(InstancesTest::matters)) {
                    accepted++;
                    explored +=
                            assertCleanAsFarAsSeen(declaration, result.value().orElseThrow());
                }
            }
        }
        assertThat(accepted).as("accepted protocols").isGreaterThan(PROTOCOLS / 4);
        assertThat(explored).as("seen as a whole").isGreaterThan(accepted * MOST_MEMBERS);
    }

    /** Who may starve is said of the role; that others wait for it then is no fault of the theory. */
    static boolean matters(Diagnostic diagnostic) {
        return diagnostic.id().severity() == Severity.ERROR
                || diagnostic.id().code().equals("role-starves");
    }

    private static int assertCleanAsFarAsSeen(ProtocolDeclaration declaration, CompiledProtocol compiled) {
        int seen = 0;
        for (int size = 0; size <= MOST_MEMBERS; size++) {
            Exploration exploration = explore(compiled, size, 0, 1);
            assertThat(exploration)
                    .as(() -> Protocols.text(declaration) + "families: "
                            + compiled.global().families())
                    .isNotInstanceOf(Faulty.class);
            seen += exploration instanceof Clean ? 1 : 0;
        }
        return seen;
    }

    /** Explores all ways in which members may be late, and returns the worst that was found. */
    static Exploration explore(CompiledProtocol compiled, int size, int joining, int bound) {
        return explore(compiled, size, joining, bound, MOST_CONFIGURATIONS);
    }

    static Exploration explore(CompiledProtocol compiled, int size, int joining, int bound, int limit) {
        Exploration worst = new Clean(0);
        for (List<StateMachine> machines : Instances.of(compiled, size, joining)) {
            Exploration exploration = Explorer.explore(machines, bound, limit);
            if (exploration instanceof Faulty) {
                return exploration;
            }
            worst = exploration instanceof Clean ? worst : exploration;
        }
        return worst;
    }

    static void assertClean(ProtocolDeclaration declaration) {
        Result<CompiledProtocol> result = ProtocolCompiler.compile(declaration);
        assertThat(result.diagnostics()).isEmpty();
        CompiledProtocol compiled = result.value().orElseThrow();
        for (int size = 0; size <= MOST_MEMBERS; size++) {
            for (int bound = 1; bound <= 2; bound++) {
                Exploration exploration = explore(compiled, size, 0, bound);
                assertThat(exploration)
                        .as("%s members, channels of %s", size, bound)
                        .isNotInstanceOf(Faulty.class);
                if (size < MOST_MEMBERS) {
                    assertThat(exploration).isInstanceOf(Clean.class);
                }
            }
        }
    }

    @Test
    void howManyMembersThereAreMakesNoDifferenceToTheMachines() {
        ProtocolDeclaration few =
                withRoles(family(protocol(seq("Shuffle", msg("M", "W", "text"), msg("W", "M", "sum"))), "W"), 1, "W");
        ProtocolDeclaration many = withRoles(few, 1_000_000, "W");

        assertThat(ProtocolCompiler.compile(many).value().orElseThrow().machines())
                .isEqualTo(ProtocolCompiler.compile(few).value().orElseThrow().machines());
    }

    static ProtocolDeclaration family(ProtocolDeclaration declaration, String... families) {
        return withRoles(declaration, 1, families);
    }

    private static ProtocolDeclaration withRoles(ProtocolDeclaration declaration, int min, String... families) {
        List<RoleDeclaration> roles = declaration.roles().stream()
                .map(role -> Set.of(families).contains(role.name().value())
                        ? new RoleDeclaration(role.name(), Optional.of(new Family(min, role.origin())), role.origin())
                        : role)
                .toList();
        return new ProtocolDeclaration(
                declaration.packageName(),
                declaration.simpleNames(),
                roles,
                declaration.main(),
                declaration.blocks(),
                declaration.edges(),
                declaration.origin());
    }

    static ProtocolDeclaration forEach(ProtocolDeclaration declaration, String name, String family) {
        return with(declaration, name, block -> forEach(block, family));
    }

    static ProtocolDeclaration admitting(ProtocolDeclaration declaration, String name, String family) {
        return with(
                declaration,
                name,
                block -> new BlockDeclaration(
                        block.name(),
                        block.form(),
                        Optional.of(new Reference(family, Origin.of(family))),
                        block.phase(),
                        block.steps(),
                        block.origin()));
    }

    private static ProtocolDeclaration with(
            ProtocolDeclaration declaration, String name, UnaryOperator<BlockDeclaration> change) {
        UnaryOperator<BlockDeclaration> changed = block -> block.name().equals(name) ? change.apply(block) : block;
        return new ProtocolDeclaration(
                declaration.packageName(),
                declaration.simpleNames(),
                declaration.roles(),
                changed.apply(declaration.main()),
                declaration.blocks().stream().map(changed).toList(),
                declaration.edges(),
                declaration.origin());
    }

    private static BlockDeclaration forEach(BlockDeclaration block, String family) {
        return new BlockDeclaration(
                block.name(),
                new BlockForm.ForEach(new Reference(family, Origin.of(family)), block.choiceAt(), block.origin()),
                block.admits(),
                block.phase(),
                block.steps(),
                block.origin());
    }
}
