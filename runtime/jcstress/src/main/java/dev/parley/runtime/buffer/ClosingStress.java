package dev.parley.runtime.buffer;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A last message, and the closing behind it. The results are two looks: 1 is the message, 0 nothing yet, -1 closed. */
public final class ClosingStress {

    private ClosingStress() {}

    private static void sendLast(OutLane out) {
        Traffic.send(out, 1);
        out.close();
    }

    private static void lookTwice(InLane in, II_Result result) {
        result.r1 = Traffic.take(in);
        result.r2 = Traffic.take(in);
    }

    /** The first message brings the ring, too. */
    @JCStressTest
    @Description("Shows if a lane can be seen closed before its last message was received.")
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Nothing was there yet.")
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The message came.")
    @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "The message came, the closing not yet.")
    @Outcome(id = "1, -1", expect = ACCEPTABLE, desc = "The message came, then the closing.")
    @State
    public static class Fifo {

        private final Rig rig = new Rig(Traffic.fifo(WhenFull.BLOCK, 1, 1));

        @Actor
        public void send() {
            sendLast(rig.out);
        }

        @Actor
        public void receive(II_Result result) {
            lookTwice(rig.in, result);
        }
    }

    /** The first message is behind a jump. */
    @JCStressTest
    @Description("Shows if a lane that has just grown can be seen closed before its last message was received.")
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Nothing was there yet.")
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The message came.")
    @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "The message came, the closing not yet.")
    @Outcome(id = "1, -1", expect = ACCEPTABLE, desc = "The message came, then the closing.")
    @State
    public static class Growing {

        private final Rig rig = new Rig(Traffic.fifo(WhenFull.RESIZE, 1, 2));

        @Actor
        public void send() {
            sendLast(rig.out);
        }

        @Actor
        public void receive(II_Result result) {
            lookTwice(rig.in, result);
        }
    }

    /** The latest message is the last one. */
    @JCStressTest
    @Description(
            "Shows if a lane that keeps the latest message can be seen closed before its last message was received.")
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Nothing was there yet.")
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The message came.")
    @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "The message came, the closing not yet.")
    @Outcome(id = "1, -1", expect = ACCEPTABLE, desc = "The message came, then the closing.")
    @State
    public static class Latest {

        private final Rig rig = new Rig(Traffic.latest());

        @Actor
        public void send() {
            sendLast(rig.out);
        }

        @Actor
        public void receive(II_Result result) {
            lookTwice(rig.in, result);
        }
    }

    /** A message that is not replied to. */
    @JCStressTest
    @Description("Shows if a duplex cell can be seen closed before its last message was received.")
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Nothing was there yet.")
    @Outcome(id = "0, 1", expect = ACCEPTABLE, desc = "The message came.")
    @Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "The message came, the closing not yet.")
    @Outcome(id = "1, -1", expect = ACCEPTABLE, desc = "The message came, then the closing.")
    @State
    public static class Duplex {

        private final DuplexStress.CellRig rig = new DuplexStress.CellRig();

        @Actor
        public void send() {
            sendLast(rig.there.out());
        }

        @Actor
        public void receive(II_Result result) {
            lookTwice(rig.there.in(), result);
        }
    }
}
