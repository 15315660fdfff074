package dev.parley.runtime.buffer;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * A role that announces to park and looks once more, while a peer does what the role waits for. The results are whether the last
 * look found it, and whether the announcement still stands: "false, true" is a role that parks and that nobody wakes.
 *
 * <p>Where that is only interesting, the peer pays for no fence between its store and its look at the announcement, and the role
 * comes out because its park is bounded ({@link WaitingStress}).
 */
public final class AnnouncementStress {

    private static final Sleeper SOMEBODY = () -> {};

    private AnnouncementStress() {}

    /** A receiver that waits for a message. */
    @JCStressTest
    @Description("Shows how often a receiver is missed that parks while its message is sent.")
    @Outcome(
            id = {"true, true", "true, false", "false, false"},
            expect = ACCEPTABLE,
            desc = "The receiver saw the message, or is woken.")
    @Outcome(
            id = "false, true",
            expect = ACCEPTABLE_INTERESTING,
            desc = "Missed: the receiver comes out when its park is over.")
    @State
    public static class Message {

        private final Rig rig = new Rig(Traffic.fifo(WhenFull.BLOCK, 1, 1));

        @Actor
        public void send() {
            Traffic.send(rig.out, 1);
        }

        @Actor
        public void park(ZZ_Result result) {
            rig.receiver.signal().svParked(SOMEBODY);
            result.r1 = Traffic.take(rig.in) == 1;
        }

        @Arbiter
        public void rest(ZZ_Result result) {
            result.r2 = rig.receiver.signal().announced() != null;
        }
    }

    /** A sender that waits for room. */
    @JCStressTest
    @Description("Shows how often a sender is missed that parks while room is made.")
    @Outcome(
            id = {"true, true", "true, false", "false, false"},
            expect = ACCEPTABLE,
            desc = "The sender saw the room, or is woken.")
    @Outcome(
            id = "false, true",
            expect = ACCEPTABLE_INTERESTING,
            desc = "Missed: the sender comes out when its park is over.")
    @State
    public static class Room {

        private final Rig rig = new Rig(Traffic.fifo(WhenFull.DROP, 1, 1));

        public Room() {
            Traffic.send(rig.out, 1);
        }

        @Actor
        public void receive() {
            Traffic.take(rig.in);
        }

        @Actor
        public void park(ZZ_Result result) {
            rig.sender.signal().svParked(SOMEBODY);
            result.r1 = Traffic.send(rig.out, 2);
        }

        @Arbiter
        public void rest(ZZ_Result result) {
            result.r2 = rig.sender.signal().announced() != null;
        }
    }

    /** A role that waits while its session ends. */
    @JCStressTest
    @Description("Shows if a role can be missed that parks while its session ends; waking for that has a fence.")
    @Outcome(
            id = {"true, true", "true, false", "false, false"},
            expect = ACCEPTABLE,
            desc = "The role saw the end, or is woken.")
    @State
    public static class End {

        private final Rig rig = new Rig(Traffic.fifo(WhenFull.BLOCK, 1, 1));

        @Actor
        public void end() {
            rig.gate.stop();
            rig.receiver.wake();
        }

        @Actor
        public void park(ZZ_Result result) {
            rig.receiver.signal().svParked(SOMEBODY);
            result.r1 = !rig.gate.isOpen();
        }

        @Arbiter
        public void rest(ZZ_Result result) {
            result.r2 = rig.receiver.signal().announced() != null;
        }
    }
}
