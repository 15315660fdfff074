package dev.parley.runtime.buffer;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A stream through a lane that is smaller than it. Each result is how many messages were right, and what is left. */
public final class OrderStress {

    private static final int MESSAGES = 9;

    private OrderStress() {}

    /** What all have in common. The messages go twice round each lane that does not grow, and a bit. */
    abstract static class Stream {

        private final Rig rig;

        Stream(LaneSpec spec) {
            this.rig = new Rig(spec);
        }

        final void sendAll() {
            for (int number = 1; number <= MESSAGES; number++) {
                Traffic.send(rig.out, number);
            }
        }

        final int receiveAll() {
            return Traffic.awaitInOrder(rig.in, rig.receiver, MESSAGES);
        }

        final int left() {
            return Traffic.take(rig.in);
        }
    }

    /** Every message waits for the one before to be consumed. */
    @JCStressTest
    @Description("Shows if wrapping around at a capacity of 1 loses, repeats, tears or reorders a message.")
    @Outcome(id = "9, 0", expect = ACCEPTABLE, desc = "Each message came once, whole, in order.")
    @State
    public static class OneSlot extends Stream {

        public OneSlot() {
            super(Traffic.fifo(WhenFull.BLOCK, 1, 1));
        }

        @Actor
        public void send() {
            sendAll();
        }

        @Actor
        public void receive(II_Result result) {
            result.r1 = receiveAll();
        }

        @Arbiter
        public void rest(II_Result result) {
            result.r2 = left();
        }
    }

    /** The sender may be one message ahead. */
    @JCStressTest
    @Description("Shows if wrapping around at a capacity of 2 loses, repeats, tears or reorders a message.")
    @Outcome(id = "9, 0", expect = ACCEPTABLE, desc = "Each message came once, whole, in order.")
    @State
    public static class TwoSlots extends Stream {

        public TwoSlots() {
            super(Traffic.fifo(WhenFull.BLOCK, 2, 2));
        }

        @Actor
        public void send() {
            sendAll();
        }

        @Actor
        public void receive(II_Result result) {
            result.r1 = receiveAll();
        }

        @Arbiter
        public void rest(II_Result result) {
            result.r2 = left();
        }
    }

    /** The sender may be several messages ahead. */
    @JCStressTest
    @Description("Shows if wrapping around at a capacity of 4 loses, repeats, tears or reorders a message.")
    @Outcome(id = "9, 0", expect = ACCEPTABLE, desc = "Each message came once, whole, in order.")
    @State
    public static class FourSlots extends Stream {

        public FourSlots() {
            super(Traffic.fifo(WhenFull.BLOCK, 4, 4));
        }

        @Actor
        public void send() {
            sendAll();
        }

        @Actor
        public void receive(II_Result result) {
            result.r1 = receiveAll();
        }

        @Arbiter
        public void rest(II_Result result) {
            result.r2 = left();
        }
    }

    /** The sender never waits, and may jump several times before the receiver looks. */
    @JCStressTest
    @Description("Shows if the jump to a larger ring loses, repeats, tears or reorders a message.")
    @Outcome(id = "9, 0", expect = ACCEPTABLE, desc = "Each message came once, whole, in order.")
    @State
    public static class Growing extends Stream {

        public Growing() {
            super(Traffic.fifo(WhenFull.RESIZE, 1, 16));
        }

        @Actor
        public void send() {
            sendAll();
        }

        @Actor
        public void receive(II_Result result) {
            result.r1 = receiveAll();
        }

        @Arbiter
        public void rest(II_Result result) {
            result.r2 = left();
        }
    }

    /** The sender jumps once, then waits for room in the larger ring. */
    @JCStressTest
    @Description(
            "Shows if a ring that cannot grow any more loses, repeats, tears or reorders a message on its later laps.")
    @Outcome(id = "9, 0", expect = ACCEPTABLE, desc = "Each message came once, whole, in order.")
    @State
    public static class GrownFull extends Stream {

        public GrownFull() {
            super(Traffic.fifo(WhenFull.RESIZE, 2, 4));
        }

        @Actor
        public void send() {
            sendAll();
        }

        @Actor
        public void receive(II_Result result) {
            result.r1 = receiveAll();
        }

        @Arbiter
        public void rest(II_Result result) {
            result.r2 = left();
        }
    }
}
