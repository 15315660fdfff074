package dev.parley.compiler.subtyping;

import static dev.parley.compiler.machine.Machines.machine;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.compiler.machine.Exploration.Fault;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.protocol.RoleName;
import dev.parley.compiler.subtyping.Deployment.Broken;
import dev.parley.compiler.subtyping.Deployment.Evidence;
import dev.parley.compiler.subtyping.Deployment.Safe;
import dev.parley.compiler.subtyping.Deployment.Unknown;
import dev.parley.compiler.subtyping.Evolution.RoleEvolution;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EvolutionTest {

    private static final Deployment SAFE = new Safe(Evidence.SUBTYPING);

    private final StateMachine asker = machine("A", "B!ask 1", "B?yes 2 | B?no 2", "accepting");
    private final StateMachine answerer = machine("B", "A?ask 1", "A!yes 2 | A!no 2", "accepting");

    private static RoleEvolution of(String role, List<StateMachine> before, List<StateMachine> after) {
        return Evolution.compare(before, after, 3).stream()
                .filter(each -> each.role().equals(new RoleName(role)))
                .findFirst()
                .orElseThrow();
    }

    private static void assertBroken(Deployment deployment, Fault fault, String description, String... trace) {
        assertThat(deployment).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.fault().fault()).isEqualTo(fault);
            assertThat(broken.fault().description()).isEqualTo(description);
            assertThat(broken.fault().trace()).extracting(Object::toString).containsExactly(trace);
        });
    }

    @Test
    void nothingChanges() {
        assertThat(Evolution.compare(List.of(asker, answerer), List.of(asker, answerer), 3))
                .containsExactly(
                        new RoleEvolution(new RoleName("A"), SAFE, SAFE),
                        new RoleEvolution(new RoleName("B"), SAFE, SAFE));
    }

    @Test
    void aNewAnswerNeedsTheReceiverFirst() {
        List<StateMachine> before = List.of(asker, answerer);
        List<StateMachine> after = List.of(
                machine("A", "B!ask 1", "B?yes 2 | B?no 2 | B?later 2", "accepting"),
                machine("B", "A?ask 1", "A!yes 2 | A!no 2 | A!later 2", "accepting"));

        assertThat(of("A", before, after).newAmongOld()).isEqualTo(SAFE);
        assertBroken(
                of("A", before, after).oldAmongNew(),
                Fault.UNEXPECTED_MESSAGE,
                "A will never take later() of B: it waits for yes() of B or waits for no() of B",
                "A: B!ask()",
                "B: A?ask()",
                "B: A!later()");
        assertThat(of("B", before, after).oldAmongNew())
                .as("sends less than the new asker takes")
                .isEqualTo(new Safe(Evidence.EXPLORATION));
    }

    @Test
    void aFaultIsFoundBesideAStreamThatNeverEnds() {
        List<StateMachine> before = List.of(machine("A", "B!x 0"), machine("B", "A?x 0"));
        List<StateMachine> after = List.of(machine("A", "B!y 0"), machine("B", "A?y 0"));

        assertBroken(
                of("A", before, after).newAmongOld(),
                Fault.UNEXPECTED_MESSAGE,
                "B will never take y() of A: it waits for x() of A",
                "A: B!y()");
    }

    @Test
    void aRoleThatIsNotTurnedToAnyMoreIsLeftWaiting() {
        StateMachine told = machine("C", "A?bye 1", "accepting");
        StateMachine worker = machine("B", "A?work 0 | A?stop 1", "accepting");
        List<StateMachine> before = List.of(machine("A", "B!work 0 | B!stop 1", "C!bye 2", "accepting"), worker, told);
        List<StateMachine> after =
                List.of(machine("A", "B!work 0"), machine("B", "A?work 0"), machine("C", "accepting"));

        assertBroken(of("A", before, after).newAmongOld(), Fault.LEFT_WAITING, "C waits for bye() of A, in vain");
    }

    @Test
    void aNewRoleTakesPartAsSoonAsSomebodyTalksToIt() {
        List<StateMachine> before = List.of(asker, answerer);
        List<StateMachine> after = List.of(
                asker,
                machine("B", "A?ask 1", "A!yes 2 | A!no 2", "Log!entry 3", "accepting"),
                machine("Log", "B?entry 1", "accepting"));

        assertThat(Evolution.compare(before, after, 3))
                .containsExactly(
                        new RoleEvolution(new RoleName("A"), SAFE, SAFE),
                        new RoleEvolution(
                                new RoleName("B"), new Safe(Evidence.EXPLORATION), new Safe(Evidence.EXPLORATION)));
    }

    @Test
    void sendingAheadIsSafeThoughTheStreamHasNoBound() {
        StateMachine source = machine("S", "Kernel?ready 1", "Kernel!block 0");
        StateMachine sink = machine("T", "Kernel!ready 1", "Kernel?block 0");
        List<StateMachine> before =
                List.of(machine("Kernel", "S!ready 1", "S?block 2", "T?ready 3", "T!block 0"), source, sink);
        List<StateMachine> after = List.of(
                machine("Kernel", "S!ready 1", "S!ready 2", "S?block 3", "T?ready 4", "T!block 1"), source, sink);

        assertThat(of("Kernel", before, after).newAmongOld()).isEqualTo(new Safe(Evidence.ASYNCHRONOUS_SUBTYPING));
        assertThat(of("Kernel", before, after).oldAmongNew()).isEqualTo(new Safe(Evidence.EXPLORATION));
    }

    @Test
    void sendingAheadBreaksWhoTellsMessagesApartByTheirOrder() {
        StateMachine waits = machine("P", "S?go 1", "R!b 2", "accepting");
        StateMachine hurries = machine("P", "R!b 1", "S?go 2", "accepting");
        List<StateMachine> others = List.of(
                machine("Q", "R!a 1", "accepting"),
                machine("R", "Q?a 1 | P?b 3", "S!go 2", "P?b 3", "accepting"),
                machine("S", "R?go 1", "P!go 2", "accepting"));
        assertThat(Subtyping.check(hurries, waits, 3)).isInstanceOf(Verdict.Holds.class);
        assertThat(of("P", with(others, waits), with(others, hurries)).newAmongOld())
                .as("R takes b for another run than it is")
                .isInstanceOf(Broken.class);
    }

    @Test
    void sendingAheadBreaksWhoConfusesTheAnswersItself() {
        StateMachine waits = machine("R", "P?a 1 | Q?b 3", "Q!go 2", "Q?b 4", "Q!go 4", "accepting");
        StateMachine hurries = machine("R", "Q!go 1", "P?a 2 | Q?b 3", "Q?b 3", "accepting");
        List<StateMachine> others = List.of(
                machine("P", "Q!one 1 | Q!two 2", "R!a 2", "accepting"),
                machine("Q", "P?one 1 | P?two 3", "R?go 2", "R!b 5", "R!b 4", "R?go 5", "accepting"));

        assertThat(Subtyping.check(hurries, waits, 3)).isInstanceOf(Verdict.Holds.class);
        assertThat(of("R", with(others, waits), with(others, hurries)).newAmongOld())
                .as("b can be there before a when Q need not wait for go")
                .isInstanceOf(Broken.class);
    }

    private static List<StateMachine> with(List<StateMachine> others, StateMachine changed) {
        return Stream.concat(others.stream(), Stream.of(changed)).toList();
    }

    @Test
    void saysHowFarItLooked() {
        List<StateMachine> before = List.of(
                machine("A", "B!x 0 | B!stop 1", "B?done 2", "accepting"),
                machine("B", "A?x 0 | A?stop 1", "A!done 2", "accepting"));
        List<StateMachine> after = List.of(
                machine("A", "B!x 0 | B!x2 0 | B!stop 1", "B?done 2", "accepting"),
                machine("B", "A?x 0 | A?x2 0 | A?stop 1", "A!done 2", "accepting"));

        assertThat(of("A", before, after).oldAmongNew()).isEqualTo(new Safe(Evidence.SUBTYPING_AND_EXPLORATION));
        assertThat(of("B", before, after).newAmongOld()).isEqualTo(SAFE);
    }

    @Test
    void doesNotBlameAChangeForWhoStarvedBefore() {
        StateMachine starves = machine("C", "A?never 1", "accepting");
        List<StateMachine> before =
                List.of(machine("A", "B!x 0 | C!never 1", "accepting"), machine("B", "A?x 0"), starves);
        List<StateMachine> after = List.of(machine("A", "B!x 0"), machine("B", "A?x 0"), starves);

        assertThat(of("A", before, after).newAmongOld()).isInstanceOf(Unknown.class);
    }
}
