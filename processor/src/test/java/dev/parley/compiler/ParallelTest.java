package dev.parley.compiler;

import static dev.parley.compiler.Protocols.INT;
import static dev.parley.compiler.Protocols.choice;
import static dev.parley.compiler.Protocols.msg;
import static dev.parley.compiler.Protocols.par;
import static dev.parley.compiler.Protocols.protocol;
import static dev.parley.compiler.Protocols.run;
import static dev.parley.compiler.Protocols.seq;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.compiler.Protocols.Block;
import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.diagnostic.Result;
import dev.parley.compiler.machine.Edge;
import dev.parley.compiler.machine.State;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.protocol.RoleName;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParallelTest {

    /** Master and Worker work on two things at once, round after round. */
    private static final Block ROUNDS = choice(
            "Rounds",
            "Master",
            msg("Master", "Worker", "go")
                    .then(seq(
                            "Work",
                            run(par(
                                    "Both",
                                    msg("Master", "Worker", "left", INT)
                                            .then(seq("Left", msg("Worker", "Master", "result", INT))),
                                    msg("Worker", "Master", "right", INT))),
                            msg("Worker", "Master", "report").then("Rounds"))),
            msg("Master", "Worker", "stop").end());

    @Test
    void aRoleInSeveralBranchesHasAPartyInEach() {
        CompiledProtocol compiled = accepted(ROUNDS);

        assertThat(compiled.global().roles())
                .extracting(RoleName::value)
                .containsExactly(
                        "Master",
                        "Master.Both.left",
                        "Master.Both.right",
                        "Worker",
                        "Worker.Both.left",
                        "Worker.Both.right");
        assertThat(described(machine(compiled, "Master")))
                .containsExactly(
                        "Start: Worker!go() -> Both, Worker!stop() -> End",
                        "Both: begins in branch left of Both -> Both",
                        "End:",
                        "Both: begins in branch right of Both -> InBoth",
                        "InBoth: is done in branch left of Both -> InBoth",
                        "InBoth: is done in branch right of Both -> BeforeReport",
                        "BeforeReport: Worker?report() -> Start");
    }

    @Test
    void aPartyIsIdleUntilItsRoleComesToTheBlock() {
        StateMachine party = machine(accepted(ROUNDS), "Master.Both.left");

        assertThat(described(party))
                .containsExactly(
                        "Idle: begins the branch -> Start",
                        "Start: Worker.Both.left!left(int) -> Left",
                        "Left: Worker.Both.left?result(int) -> Done",
                        "Done: is done with the branch -> Idle");
        assertThat(party.initial().accepting()).isTrue();
        assertThat(party.states().stream().filter(State::isHidden).map(State::name))
                .containsExactly("Idle", "Done");
    }

    @Test
    void branchesThatShareAPairOfRolesHaveABufferEach() {
        assertThat(accepted(ROUNDS).edges())
                .extracting(Edge::from, Edge::to)
                .extracting(Object::toString)
                .contains("(Worker.Both.left, Master.Both.left)", "(Worker.Both.right, Master.Both.right)");
    }

    private static List<String> described(StateMachine machine) {
        return machine.states().stream().map(state -> described(machine, state)).toList();
    }

    private static String described(StateMachine machine, State state) {
        StringBuilder text = new StringBuilder(state.name()).append(':');
        state.transitions()
                .forEach(transition -> text.append(text.charAt(text.length() - 1) == ':' ? " " : ", ")
                        .append(transition.action())
                        .append(" -> ")
                        .append(machine.states().get(transition.target()).name()));
        return text.toString();
    }

    private static StateMachine machine(CompiledProtocol compiled, String role) {
        return compiled.machines().stream()
                .filter(machine -> machine.role().value().equals(role))
                .findFirst()
                .orElseThrow();
    }

    private static CompiledProtocol accepted(Block main) {
        Result<CompiledProtocol> result = ProtocolCompiler.compile(protocol(main));
        assertThat(result.diagnostics()).isEmpty();
        return result.value().orElseThrow();
    }

    @Test
    void aRoleThatIsNotToldCannotKnowThatABlockBegins() {
        assertRefused(
                choice(
                        "Perhaps",
                        "A",
                        msg("A", "B", "yes")
                                .then(par("Both", msg("A", "B", "one"), msg("C", "B", "two"), msg("C", "A", "three"))),
                        msg("A", "B", "no")),
                "Both.two",
                """
                [parallel-unaware] C cannot know whether Both begins here
                    after this, C enters the branches of Both:
                      1. A -> B : yes()
                    after this, which looks the same to C, it must not, but is done:
                      1. A -> B : no()
                  hint: the runs part where A chooses, and C is not told: let C receive a different label in each alternative before this step""");
    }

    @Test
    void aPartyThatIsNotToldCannotKnowThatItsBranchIsOver() {
        assertRefused(
                par(
                        "Both",
                        msg("A", "B", "one"),
                        run(choice(
                                "Ask",
                                "B",
                                msg("B", "C", "more").then(seq("More", msg("C", "A", "much"))),
                                msg("B", "C", "nothing")))),
                "Both.ask",
                """
                [parallel-unaware] A, in branch ask of Both, cannot know whether the branch is over here
                    after this, A, in branch ask of Both, is done:
                      1. A -> B : one()
                      2. B -> C : nothing()
                    after this, which looks the same to A, it must not, but first has to receive much():
                      1. A -> B : one()
                      2. B -> C : more()
                      3. C -> A : much()
                  hint: the runs part where B chooses, and A is not told: let A receive a different label in each alternative before this step""");
    }

    @Test
    void aRaceWithinABranchIsToldInTheWordsOfTheProtocol() {
        Diagnostic found = refused(par(
                "Both",
                msg("A", "B", "one"),
                run(choice(
                        "Ask",
                        "B",
                        msg("B", "A", "dies").then(seq("This", msg("B", "C", "go"), msg("C", "A", "x"))),
                        msg("B", "C", "das").then(seq("That", msg("C", "A", "x"), msg("B", "A", "dies")))))));

        assertThat(found.id()).isEqualTo(DiagnosticId.RECEIVE_RACE);
        assertThat(found.message())
                .contains("A, in branch ask of Both, may get ")
                .doesNotContain("Both.ask");
    }

    @Test
    void aBranchMustNotEndTheSession() {
        assertRefused(par("Both", msg("A", "B", "one").end(), msg("A", "B", "two")), "Both.one", """
                [parallel-left] one ends the session from within the branch one, while other branches are still going on
                  hint: let the branch come to its end with void, and let what follows the parallel block do this""");
    }

    @Test
    void aBranchMustNotGoBackToWhatIsOutsideIt() {
        assertRefused(
                seq(
                        "Main",
                        msg("A", "B", "hello"),
                        run(par(
                                "Both",
                                msg("A", "B", "one")
                                        .then(seq("One", msg("B", "A", "again").then("Main"))),
                                msg("A", "B", "two")))),
                "One.again",
                """
                [parallel-left] again goes back to Main from within the branch one, while other branches are still going on
                  hint: let the branch come to its end with void, and let what follows the parallel block do this""");
    }

    @Test
    void aBranchMustNotEnterItsOwnBlockAgain() {
        assertThat(refused(par("Both", msg("A", "B", "one").then("Both"), msg("A", "B", "two")))
                        .id())
                .isEqualTo(DiagnosticId.PARALLEL_LEFT);
    }

    @Test
    void aBranchMustComeToItsEnd() {
        assertRefused(
                par("Both", run(seq("Again", msg("A", "B", "one").then("Again"))), msg("A", "B", "two")),
                "Both.again",
                """
                [parallel-endless] the branch again of Both never comes to an end, so what follows Both never happens
                  hint: give its loop an alternative that returns void""");
    }

    @Test
    void aSingleBranchRunsBesideNothing() {
        assertRefused(par("Both", msg("A", "B", "one")), "Both", """
                [parallel-single] one is the only branch of Both, so nothing runs beside it
                  hint: leave @Parallel out, or declare the other branches""");
    }

    @Test
    void aPartyIsNotGeneratedUnderTheNameOfARole() {
        assertRefused(par("Both", msg("A", "ABothOne", "one"), msg("A", "ABothOne", "two")), "Both.one", """
                [name-clash] A, in branch one of Both, would be generated as BothABothOne, which is the type of the role ABothOne
                  hint: rename the branch""");
    }

    private static void assertRefused(Block main, String origin, String message) {
        Diagnostic found = refused(main);
        assertThat(found.message()).isEqualTo(message);
        assertThat(found.origin().description()).isEqualTo(origin);
    }

    private static Diagnostic refused(Block main) {
        List<Diagnostic> found = ProtocolCompiler.compile(protocol(main)).diagnostics();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
