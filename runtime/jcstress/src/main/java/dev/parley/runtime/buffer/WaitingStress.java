package dev.parley.runtime.buffer;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * A role that waits as users' roles do, and a peer that acts just when the role is about to park. A role that never came out
 * would hang the test; one that the peer missed comes out when its park is over, and that is fine ({@link AnnouncementStress}).
 */
public final class WaitingStress {

    private WaitingStress() {}

    private static void awaitAnnouncement(Waiter waiter) {
        while (waiter.signal().announced() == null) {
            Thread.onSpinWait();
        }
    }

    /** A receiver that waits for a message. */
    @JCStressTest
    @Description("Shows if a receiver can park for ever beside its message.")
    @Outcome(id = "1", expect = ACCEPTABLE, desc = "The message came.")
    @State
    public static class Message {

        private final Rig rig = new Rig(Traffic.fifo(WhenFull.BLOCK, 1, 1));

        @Actor
        public void send() {
            awaitAnnouncement(rig.receiver);
            Traffic.send(rig.out, 1);
        }

        @Actor
        public void receive(I_Result result) {
            result.r1 = Traffic.await(rig.in, rig.receiver);
        }
    }

    /** A receiver that waits at a lane that is being closed. */
    @JCStressTest
    @Description("Shows if a receiver can park for ever at a closed lane.")
    @Outcome(id = "-1", expect = ACCEPTABLE, desc = "The closing was seen.")
    @State
    public static class Closing {

        private final Rig rig = new Rig(Traffic.fifo(WhenFull.BLOCK, 1, 1));

        @Actor
        public void close() {
            awaitAnnouncement(rig.receiver);
            rig.out.close();
        }

        @Actor
        public void receive(I_Result result) {
            result.r1 = Traffic.await(rig.in, rig.receiver);
        }
    }

    /** A sender that waits for room. */
    @JCStressTest
    @Description("Shows if a sender can park for ever beside a free slot.")
    @Outcome(id = "2", expect = ACCEPTABLE, desc = "The second message found room, and came.")
    @State
    public static class Room {

        private final Rig rig = new Rig(Traffic.fifo(WhenFull.BLOCK, 1, 1));

        public Room() {
            Traffic.send(rig.out, 1);
        }

        @Actor
        public void send() {
            Traffic.send(rig.out, 2);
        }

        @Actor
        public void receive(I_Result result) {
            awaitAnnouncement(rig.sender);
            Traffic.take(rig.in);
            result.r1 = Traffic.await(rig.in, rig.receiver);
        }
    }

    /** A role that waits while its session ends. */
    @JCStressTest
    @Description("Shows if a role can park for ever in a session that has ended.")
    @Outcome(id = "1", expect = ACCEPTABLE, desc = "The role learned of the end.")
    @State
    public static class End {

        private final Rig rig = new Rig(Traffic.fifo(WhenFull.BLOCK, 1, 1));

        @Actor
        public void end() {
            awaitAnnouncement(rig.receiver);
            rig.gate.stop();
            rig.receiver.wake();
        }

        @Actor
        public void receive(I_Result result) {
            try {
                Traffic.await(rig.in, rig.receiver);
            } catch (SwitchGate.Stopped e) {
                result.r1 = 1;
            }
        }
    }
}
