package dev.parley.runtime.buffer;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import java.util.function.BooleanSupplier;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * A role that a reactor plays: it announces to sleep, looks at once, and once more when that has settled. It has no park that ends, so a peer
 * that was missed by both looks, and has missed the announcement, would be missed for ever. The results are whether a look found what the
 * role waits for, and whether the announcement still stands: "false, true" is that.
 */
public final class SettlingStress {

    private static final Sleeper REACTOR = () -> {};

    private SettlingStress() {}

    /** Sleeps, and looks as often as a reactor does. */
    private static boolean sleep(Waiter place, BooleanSupplier look) {
        place.sleep(REACTOR);
        if (look.getAsBoolean()) {
            return true;
        }
        long settled = System.nanoTime() + Waiter.SETTLING_NANOS;
        while (System.nanoTime() - settled < 0) {
            Thread.onSpinWait();
        }
        return look.getAsBoolean();
    }

    /** A receiver that sleeps until a message comes. */
    @JCStressTest
    @Description("Shows if a role that a reactor plays can miss its message for ever.")
    @Outcome(
            id = {"true, true", "true, false", "false, false"},
            expect = ACCEPTABLE,
            desc = "The role saw the message, or is woken.")
    @State
    public static class Message {

        private final Rig rig = new Rig(Traffic.fifo(WhenFull.BLOCK, 1, 1));

        @Actor
        public void send() {
            Traffic.send(rig.out, 1);
        }

        @Actor
        public void sleep(ZZ_Result result) {
            result.r1 = SettlingStress.sleep(rig.receiver, () -> Traffic.take(rig.in) == 1);
        }

        @Arbiter
        public void rest(ZZ_Result result) {
            result.r2 = rig.receiver.signal().announced() != null;
        }
    }

    /** A sender that sleeps until there is room. */
    @JCStressTest
    @Description("Shows if a role that a reactor plays can miss for ever that there is room.")
    @Outcome(
            id = {"true, true", "true, false", "false, false"},
            expect = ACCEPTABLE,
            desc = "The role saw the room, or is woken.")
    @State
    public static class Room {

        private final Rig rig = new Rig(Traffic.fifo(WhenFull.BLOCK, 1, 1));

        public Room() {
            Traffic.send(rig.out, 1);
        }

        @Actor
        public void receive() {
            Traffic.take(rig.in);
        }

        @Actor
        public void sleep(ZZ_Result result) {
            result.r1 = SettlingStress.sleep(rig.sender, rig.out::hasRoom);
        }

        @Arbiter
        public void rest(ZZ_Result result) {
            result.r2 = rig.sender.signal().announced() != null;
        }
    }
}
