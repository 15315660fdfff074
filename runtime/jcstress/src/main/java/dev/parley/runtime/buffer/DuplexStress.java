package dev.parley.runtime.buffer;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Two roles that take turns in one cell. */
public final class DuplexStress {

    private static final int ROUNDS = 4;

    private DuplexStress() {}

    /** A cell with all that is around it. */
    static final class CellRig {

        final Waiter left;
        final Waiter right;
        final Lane there;
        final Lane back;

        CellRig() {
            SwitchGate gate = new SwitchGate();
            LaneSpec spec = Traffic.fifo(WhenFull.BLOCK, 1, 1);
            this.left = new Waiter(gate, WaitStrategy.SPIN_PARK);
            this.right = new Waiter(gate, WaitStrategy.SPIN_PARK);
            DuplexCell cell = new DuplexCell(spec, spec, gate, left, right);
            this.there = cell.there();
            this.back = cell.back();
        }
    }

    /** Request and reply, several times over the same words. */
    @JCStressTest
    @Description(
            "Shows if requests and replies that share their words are lost, repeated or torn, in either direction.")
    @Outcome(id = "4, 4", expect = ACCEPTABLE, desc = "Each request and each reply came once and whole.")
    @State
    public static class Rounds {

        private final CellRig rig = new CellRig();

        @Actor
        public void ask(II_Result result) {
            for (int round = 1; round <= ROUNDS; round++) {
                Traffic.send(rig.there.out(), round);
                if (Traffic.await(rig.back.in(), rig.left) == 10 * round) {
                    result.r1++;
                }
            }
        }

        @Actor
        public void answer(II_Result result) {
            for (int round = 1; round <= ROUNDS; round++) {
                if (Traffic.await(rig.there.in(), rig.right) == round) {
                    result.r2++;
                }
                Traffic.send(rig.back.out(), 10 * round);
            }
        }
    }

    /** A look for the reply right after the request. */
    @JCStressTest
    @Description(
            "Shows if a role can take its own request for the reply, or a reply can come before its request was seen.")
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Nobody has seen anything.")
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The request came, the reply not yet.")
    @Outcome(id = "2, 1", expect = ACCEPTABLE, desc = "Both came.")
    @State
    public static class OneLook {

        private final CellRig rig = new CellRig();

        @Actor
        public void ask(II_Result result) {
            Traffic.send(rig.there.out(), 1);
            result.r1 = Traffic.take(rig.back.in());
        }

        @Actor
        public void answer(II_Result result) {
            result.r2 = Traffic.take(rig.there.in());
            if (result.r2 != InLane.EMPTY) {
                Traffic.send(rig.back.out(), 2);
            }
        }
    }
}
