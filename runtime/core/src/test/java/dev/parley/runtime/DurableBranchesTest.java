package dev.parley.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parley.runtime.journal.MemoryJournal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a journal knows of the branches of a parallel block. Generated code is played against it elsewhere. */
@Timeout(60)
class DurableBranchesTest {

    private static final ProtocolSpec BOTH = ProtocolSpec.of(
            "parley\t1\tBoth",
            "role\tA",
            "role\tA.Both.left",
            "role\tA.Both.right",
            "role\tB",
            "role\tC",
            "edge\t0\t1\tFIFO\tBLOCK\t1\t1\ttrue\t1\t0",
            "message\t(fork)",
            "edge\t0\t2\tFIFO\tBLOCK\t1\t1\ttrue\t1\t0",
            "message\t(fork)",
            "edge\t1\t0\tFIFO\tBLOCK\t1\t1\ttrue\t1\t0",
            "message\t(join)",
            "edge\t2\t0\tFIFO\tBLOCK\t1\t1\ttrue\t1\t0",
            "message\t(join)",
            "edge\t1\t3\tFIFO\tBLOCK\t4\t4\tfalse\t1\t0",
            "message\tone\tvalue:int:0:0",
            "edge\t4\t2\tFIFO\tBLOCK\t4\t4\tfalse\t1\t0",
            "message\ttwo\tvalue:int:0:0",
            "machine\t0",
            "state\tBoth\tfalse",
            "send\t0\t1\t1",
            "state\tBoth\tfalse\tmulticast",
            "send\t1\t1\t2",
            "state\tInBoth\tfalse",
            "receive\t2\t1\t3",
            "state\tInBoth\tfalse",
            "receive\t3\t1\t4",
            "state\tEnd\ttrue",
            "machine\t1",
            "state\tIdle\ttrue",
            "receive\t0\t1\t1",
            "state\tOne\tfalse",
            "send\t4\t1\t2",
            "state\tDone\tfalse",
            "send\t2\t1\t0",
            "machine\t2",
            "state\tIdle\ttrue",
            "receive\t1\t1\t1",
            "state\tTwo\tfalse",
            "receive\t5\t1\t2",
            "state\tDone\tfalse",
            "send\t3\t1\t0",
            "machine\t3",
            "state\tOne\tfalse",
            "receive\t4\t1\t1",
            "state\tEnd\ttrue",
            "machine\t4",
            "state\tTwo\tfalse",
            "send\t5\t1\t1",
            "state\tEnd\ttrue");

    private static final int LEFT = 1;
    private static final int RIGHT = 2;
    private static final int JOIN_LEFT = 2;

    private final MemoryJournal journal = new MemoryJournal();
    private final Session session = Session.open(BOTH, options());

    private SessionOptions options() {
        return SessionOptions.defaults().table(new SessionTable()).journal(journal);
    }

    private Session reopen() {
        return Session.reopen(BOTH, options());
    }

    private Player playToTheEndsOfTheBranches() {
        Player role = new Player(session, "A").send("(fork)").send("(fork)");
        Player left = new Player(session, "A.Both.left");
        left.receive();
        left.send("one", 1).send("(join)");
        new Player(session, "C").send("two", 2);
        Player right = new Player(session, "A.Both.right");
        right.receive();
        right.receive();
        right.send("(join)");
        return role;
    }

    @Test
    void aBranchStandsWhereItStood() {
        new Player(session, "A").send("(fork)").send("(fork)");
        new Player(session, "A.Both.left").receive();

        Session second = reopen();

        assertThat(second.localState("A.Both.left").name()).isEqualTo("One");
        assertThat(second.resume(LEFT).step()).isEqualTo(1);
        assertThat(second.resume(RIGHT).step()).isEqualTo(Resumption.START);
        assertThat(Player.resume(second, "A.Both.right").receive().label()).isEqualTo("(fork)");
    }

    @Test
    void aBranchThatHasBegunIsNotBegunAgain() {
        new Player(session, "A").send("(fork)").send("(fork)");
        new Player(session, "A.Both.left").receive();
        Session second = reopen();

        assertThatIllegalStateException()
                .isThrownBy(() -> new Player(second, "A.Both.left"))
                .withMessageContaining("it is in One. Resume it where it stands.");
    }

    @Test
    void whatABranchReceivedLastCanBeReadAtItsEnd() {
        playToTheEndsOfTheBranches();

        Session second = reopen();

        assertThat(second.resume(LEFT).step()).isEqualTo(Resumption.ENDED);
        Resumption right = second.resume(RIGHT);
        assertThat(right.state()).isZero();
        assertThat(BOTH.edges()
                        .get(5)
                        .message(1)
                        .read(right.message(), right.message().poll()))
                .containsExactly(2);
    }

    @Test
    void aRoleHasWaitedForAllBranchesOrForNone() {
        Player role = playToTheEndsOfTheBranches();
        long before = journal.size();
        role.receive();
        assertThat(journal.size()).isEqualTo(before);

        Session second = reopen();

        assertThat(second.localState("A").name()).isEqualTo("InBoth");
        assertThat(second.edges().get(JOIN_LEFT).waiting()).isEqualTo(1);
        Player waiting = Player.resume(second, "A");
        waiting.receive();
        waiting.receive();
        assertThat(reopen().localState("A").isFinal()).isTrue();
    }

    @Test
    void aBranchThatHasDoneAllTellsItsRoleWhenItIsReopened() {
        new Player(session, "A").send("(fork)").send("(fork)");
        Player left = new Player(session, "A.Both.left");
        left.receive();
        left.send("one", 1); // and then the process ended

        Session second = reopen();

        assertThat(second.edges().get(JOIN_LEFT).waiting()).isEqualTo(1);
        assertThat(second.resume(LEFT).step()).isEqualTo(Resumption.ENDED);
        long size = journal.size();
        assertThat(reopen().edges().get(JOIN_LEFT).waiting()).isEqualTo(1);
        assertThat(journal.size()).isEqualTo(size);
    }

    @Test
    void aBranchBegunByNobodySinceIsNotWaitedFor() {
        new Player(session, "A").send("(fork)").send("(fork)");
        new Player(session, "A.Both.left").receive();
        Session second = reopen();
        Player role = Player.resume(second, "A");

        assertThatIllegalStateException()
                .isThrownBy(() -> role.checkResumed(0))
                .withMessage("The branch left of Both was taken up by nobody since the session was reopened."
                        + " Go on with each branch where it stands before join().");
    }
}
