package dev.parley.compiler.machine;

import static dev.parley.compiler.machine.Machines.machine;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.compiler.machine.Exploration.Fault;
import dev.parley.compiler.machine.StateSpace.Fill;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateSpaceTest {

    private static final RoleName A = new RoleName("A");
    private static final RoleName B = new RoleName("B");

    private static StateSpace explore(int bound, StateMachine... machines) {
        return StateSpace.explore(List.of(machines), bound, 1_000, seen -> {});
    }

    @Test
    void countsWhatMachinesCanDo() {
        StateSpace space = explore(
                2,
                machine("A", "B!ask 1", "B?yes 2 | B?no 0", "accepting"),
                machine("B", "A?ask 1", "A!yes 2 | A!no 0", "accepting"));

        assertThat(space.configurations()).isEqualTo(6);
        assertThat(space.transitions()).isEqualTo(6);
        assertThat(space.fills()).containsExactly(new Fill(A, B, 1), new Fill(B, A, 1));
        assertThat(space.exact()).isTrue();
        assertThat(space.alwaysAbleToEnd()).containsExactly(A, B);
        assertThat(space.ends()).isEqualTo(1);
        assertThat(space.loops()).as("asking again").isEqualTo(1);
        assertThat(space.fault()).isEmpty();
    }

    @Test
    void saysWhenLargerChannelsWouldMakeADifference() {
        StateSpace space = explore(3, machine("A", "B!x 0"), machine("B", "A?x 0"));

        assertThat(space.complete()).isTrue();
        assertThat(space.exact()).isFalse();
        assertThat(space.fills()).containsExactly(new Fill(A, B, 3));
        assertThat(space.alwaysAbleToEnd()).isEmpty();
        assertThat(space.ends()).isZero();
    }

    @Test
    void givesUpAtTheLimitAndTellsOfProgress() {
        List<Integer> progress = new ArrayList<>();
        StateSpace space =
                StateSpace.explore(List.of(machine("A", "B!x 0"), machine("B", "A?x 0")), 9, 4, progress::add);

        assertThat(space.complete()).isFalse();
        assertThat(progress).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aFullChannelIsNoFault() {
        StateMachine impatient = machine("A", "B!x 1", "B!x 2", "B?y 3", "B?y 4", "accepting");
        StateMachine other = machine("B", "A!y 1", "A!y 2", "A?x 3", "A?x 4", "accepting");

        assertThat(explore(1, impatient, other).fault()).isEmpty();
        assertThat(explore(1, impatient, other).exact()).isFalse();
        assertThat(explore(2, impatient, other).exact()).isTrue();
    }

    @Test
    void machinesThatWaitForOneAnotherAreFoundBesideOthersThatGoOn() {
        StateSpace space = explore(
                1,
                machine("A", "B?x 1", "accepting"),
                machine("B", "A?y 1", "accepting"),
                machine("C", "D!tick 0"),
                machine("D", "C?tick 0"));

        assertThat(space.fault()).hasValueSatisfying(fault -> {
            assertThat(fault.fault()).isEqualTo(Fault.LEFT_WAITING);
            assertThat(fault.role()).isEqualTo(A);
            assertThat(fault.description()).isEqualTo("A waits for x() of B, in vain; B waits for y() of A, in vain");
            assertThat(fault.trace()).isEmpty();
        });
    }

    @Test
    void aMessageThatItsReceiverNeverTakesIsFoundThoughItMovesOn() {
        StateSpace space =
                explore(1, machine("A", "B!x 1", "accepting"), machine("B", "C!tick 0"), machine("C", "B?tick 0"));

        assertThat(space.fault()).hasValueSatisfying(fault -> {
            assertThat(fault.fault()).isEqualTo(Fault.ORPHAN_MESSAGE);
            assertThat(fault.description()).isEqualTo("B will never take x() of A: it sends tick() to C");
        });
    }

    @Test
    void machinesThatMayBeDoneDoNotWait() {
        StateMachine mayBeDone = machine("A", "accepting | B?x 1", "accepting");
        StateMachine mayBeDoneToo = machine("B", "accepting | A?y 1", "accepting");

        assertThat(explore(1, mayBeDone, mayBeDoneToo).fault()).isEmpty();
    }
}
