package dev.parley.compiler.subtyping;

import static dev.parley.compiler.machine.Machines.machine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.subtyping.Verdict.Fails;
import dev.parley.compiler.subtyping.Verdict.Holds;
import dev.parley.compiler.subtyping.Verdict.Unknown;
import org.junit.jupiter.api.Test;

class SubtypingTest {

    private static final StateMachine ASKS = machine("A", "B!ask 1", "B?yes 2 | B?no 2", "accepting");

    private static Verdict synchronous(StateMachine candidate, StateMachine original) {
        return Subtyping.check(candidate, original, 0);
    }

    private static void assertFails(Verdict verdict, String reason, String... trace) {
        assertThat(verdict).isInstanceOfSatisfying(Fails.class, fails -> {
            assertThat(fails.reason()).isEqualTo(reason);
            assertThat(fails.trace()).extracting(Object::toString).containsExactly(trace);
        });
    }

    @Test
    void everyMachineMayStandInForItself() {
        assertThat(synchronous(ASKS, ASKS)).isEqualTo(new Holds(false));
    }

    @Test
    void aMachineMayReceiveMore() {
        StateMachine patient = machine("A", "B!ask 1", "B?yes 2 | B?no 2 | B?later 1", "accepting");

        assertThat(synchronous(patient, ASKS)).isEqualTo(new Holds(false));
        assertFails(
                synchronous(ASKS, patient),
                "it receives yes() from B or receives no() from B, where the original receives later() from B",
                "B!ask()");
    }

    @Test
    void aMachineMaySendLess() {
        StateMachine bold = machine("A", "B!buy 1 | B!leave 1", "accepting");
        StateMachine timid = machine("A", "B!leave 1", "accepting");

        assertThat(synchronous(timid, bold)).isEqualTo(new Holds(true));
        assertFails(synchronous(bold, timid), "it sends buy() to B, where the original sends leave() to B");
    }

    @Test
    void aMachineThatSendsMustNotSendNothing() {
        assertFails(
                synchronous(machine("A", "accepting"), machine("A", "B!x 1", "accepting")),
                "it is done, where the original sends x() to B");
        assertFails(
                synchronous(machine("A", "B!x 1", "accepting"), machine("A", "accepting")),
                "it sends x() to B, where the original is done");
    }

    @Test
    void aMachineMustExpectTheEndWhereItMayCome() {
        StateMachine doneOrTold = machine("A", "accepting | B?more 1", "accepting");
        StateMachine told = machine("A", "B?more 1", "accepting");

        assertThat(synchronous(doneOrTold, told)).isEqualTo(new Holds(false));
        assertFails(
                synchronous(told, doneOrTold),
                "it receives more() from B, where the original receives more() from B or is done");
    }

    @Test
    void aMachineMustNotTakeEarlyWhatTheOriginalTakesLater() {
        StateMachine inOrder = machine("A", "B?first 1", "C?second 2", "accepting");
        StateMachine greedy = machine("A", "B?first 1 | C?second 2", "C?second 2", "accepting");
        StateMachine curious = machine("A", "B?first 1 | C?never 2", "C?second 2", "accepting");

        assertFails(
                synchronous(greedy, inOrder),
                "it receives second() from C, which the original takes only after something else");
        assertThat(synchronous(curious, inOrder)).isEqualTo(new Holds(false));
    }

    @Test
    void machinesMayBeFoldedDifferently() {
        StateMachine folded = machine("A", "B!x 0 | B!stop 1", "accepting");
        StateMachine unfolded = machine("A", "B!x 2 | B!stop 1", "accepting", "B!x 0 | B!stop 1");

        assertThat(synchronous(folded, unfolded)).isEqualTo(new Holds(false));
        assertThat(synchronous(unfolded, folded)).isEqualTo(new Holds(false));
    }

    /** Bartlett, Scantlebury, Wilkinson, "A note on reliable full-duplex transmission over half-duplex links", CACM 1969. */
    @Test
    void theSenderOfTheAlternatingBitMayStandInForOneWithoutRepetition() {
        StateMachine alternating = machine("Sender", "R!d0 1", "R?a0 2 | R?a1 0", "R!d1 3", "R?a1 0 | R?a0 2");
        StateMachine trusting = machine("Sender", "R!d0 1", "R?a0 2", "R!d1 3", "R?a1 0");

        assertThat(synchronous(alternating, trusting)).isEqualTo(new Holds(false));
        assertFails(
                synchronous(trusting, alternating),
                "it receives a0() from R, where the original receives a1() from R",
                "R!d0()");
    }

    /** D. Mostrous, N. Yoshida, "Session typing and asynchronous subtyping for the higher-order pi-calculus", Inf. Comput. 2015. */
    @Test
    void theKernelOfADoubleBufferMayAskForTheNextBlockAhead() {
        StateMachine single = machine("Kernel", "S!ready 1", "S?block 2", "T?ready 3", "T!block 0");
        StateMachine twofold = machine("Kernel", "S!ready 1", "S!ready 2", "S?block 3", "T?ready 4", "T!block 1");

        assertFails(
                synchronous(twofold, single),
                "it sends ready() to S, where the original receives block() from S",
                "S!ready()");
        assertThat(Subtyping.check(twofold, single, 2)).isEqualTo(new Unknown(2));
        assertThat(Subtyping.check(twofold, single, 3)).isEqualTo(new Holds(false));
        assertThat(Subtyping.check(single, twofold, 3)).isInstanceOf(Fails.class);
    }

    /** Z. Cutner, N. Yoshida, M. Vassor, "Deadlock-free asynchronous message reordering in Rust", PPoPP 2022: ring with choice. */
    @Test
    void aRoleOfARingMayPassOnBeforeItHasHeard() {
        StateMachine ring = machine("B", "A?add 1", "C!add 0 | C!sub 0");
        StateMachine eager = machine("B", "C!add 1 | C!sub 1", "A?add 0");

        assertThat(Subtyping.check(eager, ring, 1)).isEqualTo(new Holds(false));
        assertFails(
                Subtyping.check(ring, eager, 1),
                "it receives add() from A, where the original sends add() to C or sends sub() to C");
    }

    @Test
    void aSendMayComeEarlyOnlyIfItComesOnEveryWay() {
        StateMachine depends = machine("A", "B?yes 1 | B?no 2", "C!go 2", "accepting");
        StateMachine rash = machine("A", "C!go 1", "B?yes 2 | B?no 2", "accepting");

        assertFails(
                Subtyping.check(rash, depends, 5),
                "it sends go() to C, where the original receives yes() from B or receives no() from B");
    }

    @Test
    void saysThatItSendsLessThoughItSendsEarly() {
        StateMachine waits = machine("A", "B?go 1", "C!x 2 | C!y 2", "accepting");
        StateMachine hurries = machine("A", "C!x 1", "B?go 2", "accepting");

        assertThat(Subtyping.check(hurries, waits, 1)).isEqualTo(new Holds(true));
    }

    @Test
    void messagesToOneReceiverKeepTheirOrder() {
        StateMachine ordered = machine("A", "B!x 1", "C!y 2", "accepting");
        StateMachine others = machine("A", "C!y 1", "B!x 2", "accepting");

        assertThat(Subtyping.check(others, ordered, 1)).isEqualTo(new Holds(false));
        assertFails(
                Subtyping.check(
                        machine("A", "B!y 1", "B!x 2", "accepting"), machine("A", "B!x 1", "B!y 2", "accepting"), 5),
                "it sends y() to B, where the original sends x() to B");
    }

    @Test
    void whatIsPutOffMustBeMadeUpFor() {
        StateMachine hearsFirst = machine("A", "B?go 1", "B!x 1");
        StateMachine neverHears = machine("A", "B!x 0");

        assertFails(Subtyping.check(neverHears, hearsFirst, 5), "it puts off receives go() from B for ever", "B!x()");
    }

    @Test
    void saysHowFarItLookedWhereThatIsNotFarEnough() {
        StateMachine inStep = machine("A", "B?tick 1", "B!tock 0");
        StateMachine runsAhead = machine("A", "B!tock 0 | B!tock2 1", "B?tick 1");
        StateMachine ahead = machine("A", "B!tock 0");

        assertThat(Subtyping.check(ahead, inStep, 7)).isEqualTo(new Unknown(7));
        assertThat(Subtyping.check(runsAhead, inStep, 7)).isInstanceOf(Fails.class);
    }

    @Test
    void refusesMachinesOfDifferentRoles() {
        assertThatThrownBy(() -> synchronous(machine("A", "accepting"), machine("B", "accepting")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A cannot stand in for B at depth 0");
    }
}
