package dev.parley.compiler.machine;

import static dev.parley.compiler.machine.Machines.machine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.compiler.machine.Exploration.Clean;
import dev.parley.compiler.machine.Exploration.Fault;
import dev.parley.compiler.machine.Exploration.Faulty;
import dev.parley.compiler.machine.Exploration.Unfinished;
import dev.parley.compiler.protocol.RoleName;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplorerTest {

    private static final int PLENTY = 10_000;

    private static Exploration explore(int bound, StateMachine... machines) {
        return Explorer.explore(List.of(machines), bound, PLENTY);
    }

    private static void assertFaulty(Exploration exploration, Fault fault, String role, String... trace) {
        assertThat(exploration).isInstanceOfSatisfying(Faulty.class, faulty -> {
            assertThat(faulty.fault()).isEqualTo(fault);
            assertThat(faulty.role()).isEqualTo(new RoleName(role));
            assertThat(faulty.trace()).extracting(Event::toString).containsExactly(trace);
        });
    }

    @Test
    void machinesThatFitAreClean() {
        Exploration exploration = explore(
                2,
                machine("A", "B!ask 1", "B?yes 2 | B?no 0", "accepting"),
                machine("B", "A?ask 1", "A!yes 2 | A!no 0", "accepting"));

        assertThat(exploration)
                .as("before ask, ask under way, ask taken, yes under way, no under way, done")
                .isEqualTo(new Clean(6));
    }

    @Test
    void rolesThatWaitForEachOtherAreInDeadlock() {
        Exploration exploration = explore(
                1,
                machine("A", "C!go 1", "B?x 2", "accepting"),
                machine("B", "A?y 1", "accepting"),
                machine("C", "A?go 1", "accepting"));

        assertFaulty(exploration, Fault.DEADLOCK, "A", "A: C!go()", "C: A?go()");
        assertThat(((Faulty) exploration).description())
                .isEqualTo("nothing can move: A waits to do B?x(); B waits to do A?y()");
    }

    @Test
    void aSenderThatNeverFindsRoomIsInDeadlock() {
        StateMachine impatient = machine("A", "B!x 1", "B!x 2", "B?y 3", "accepting");
        StateMachine slow = machine("B", "A!y 1", "A?x 2", "A?x 3", "accepting");
        StateMachine stubborn = machine("B", "C?never 1", "A?x 0", "accepting");
        StateMachine silent = machine("C", "B?neither 1", "accepting");

        assertThat(explore(1, impatient, slow)).isInstanceOf(Clean.class);
        assertFaulty(explore(1, impatient, stubborn, silent), Fault.DEADLOCK, "A", "A: B!x()");
    }

    @Test
    void aMessageOtherThanTheOneWaitedForIsUnexpected() {
        assertFaulty(
                explore(1, machine("A", "B!bye 1", "accepting"), machine("B", "A?hello 1", "accepting")),
                Fault.UNEXPECTED_MESSAGE,
                "B",
                "A: B!bye()");
    }

    @Test
    void aMessageThatNobodyTakesIsAnOrphan() {
        assertFaulty(
                explore(1, machine("A", "B!bye 1", "accepting"), machine("B", "accepting")),
                Fault.ORPHAN_MESSAGE,
                "B",
                "A: B!bye()");
    }

    @Test
    void aMessageIsAnOrphanThoughOthersGoOnForEver() {
        assertFaulty(
                explore(
                        1,
                        machine("A", "C!bye 1", "B!x 2", "B?y 1"),
                        machine("B", "A?x 1", "A!y 0"),
                        machine("C", "accepting")),
                Fault.ORPHAN_MESSAGE,
                "C",
                "A: C!bye()");
    }

    @Test
    void aMessageThatCanWaitIsNoOrphan() {
        assertThat(explore(
                        3,
                        machine("A", "B!x 0 | B!stop 1", "accepting"),
                        machine("B", "A?x 0 | A?stop 1", "accepting")))
                .isInstanceOf(Clean.class);
    }

    @Test
    void aRoleThatNobodyEverTurnsToIsLeftWaiting() {
        assertFaulty(
                explore(
                        1,
                        machine("A", "B!work 1 | B!tell 2", "B!work 1", "accepting"),
                        machine("B", "A?work 1 | A?tell 2", "A?work 1", "C!done 3", "accepting"),
                        machine("C", "B?done 1", "accepting")),
                Fault.LEFT_WAITING,
                "C",
                "A: B!work()");
    }

    @Test
    void aRoleThatMayBeDoneMayAlsoBeToldMore() {
        assertThat(explore(
                        1,
                        machine("A", "B!work 1 | B!stop 2", "C!done 2", "accepting"),
                        machine("B", "A?work 1 | A?stop 1", "accepting"),
                        machine("C", "accepting | A?done 1", "accepting")))
                .isInstanceOf(Clean.class);
    }

    @Test
    void aRoleMayTakeTheMessageOfOneSenderWhileThatOfAnotherHasToWait() {
        assertThat(explore(
                        1,
                        machine("A", "C!one 1 | C!two 2", "B!first 3", "B!later 3", "accepting"),
                        machine("B", "A?first 2 | C?x 1", "A?later 2", "accepting"),
                        machine("C", "A?one 2 | A?two 1", "B!x 2", "accepting")))
                .as("in its first state B listens to A, and yet A's message may be one that B takes only after C's")
                .isInstanceOf(Clean.class);
    }

    @Test
    void givingUpIsNotTheSameAsFindingNothing() {
        StateMachine[] machines = {machine("A", "B!x 0"), machine("B", "A?x 0")};

        assertThat(Explorer.explore(List.of(machines), 3, 3)).isEqualTo(new Unfinished(3));
        assertThat(Explorer.explore(List.of(machines), 3, 4)).isEqualTo(new Clean(4));
    }

    @Test
    void refusesNumbersAndMachinesThatMakeNoSense() {
        StateMachine alone = machine("A", "B!x 0");

        assertThatThrownBy(() -> explore(1, alone))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A talks to B, which has no machine");
        assertThatThrownBy(() -> explore(0, alone)).isInstanceOf(IllegalArgumentException.class);
    }
}
