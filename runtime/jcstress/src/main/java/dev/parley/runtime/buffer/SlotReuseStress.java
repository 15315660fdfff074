package dev.parley.runtime.buffer;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * The only slot, and two messages that want it. The results are the message received, whether the lane took the next one (1 or 0),
 * and what is there in the end.
 */
@JCStressTest
@Description("Shows if a slot can be overwritten while its message is read, or cleared after the next one is in it.")
@Outcome(id = "2, 0, 0", expect = ACCEPTABLE, desc = "The lane was full, and the next message was dropped.")
@Outcome(id = "2, 1, 3", expect = ACCEPTABLE, desc = "The next message took the place after it was free.")
@State
public class SlotReuseStress {

    private final Rig rig = new Rig(Traffic.fifo(WhenFull.DROP, 1, 1));

    /** The first message is out of the way: neither end makes or finds the ring during the race. */
    public SlotReuseStress() {
        Traffic.send(rig.out, 1);
        Traffic.take(rig.in);
        Traffic.send(rig.out, 2);
    }

    @Actor
    public void send(III_Result result) {
        result.r2 = Traffic.send(rig.out, 3) ? 1 : 0;
    }

    @Actor
    public void receive(III_Result result) {
        result.r1 = Traffic.take(rig.in);
    }

    @Arbiter
    public void rest(III_Result result) {
        result.r3 = Traffic.take(rig.in);
    }
}
