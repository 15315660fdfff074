package dev.parley.runtime.buffer;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** The only slot, and two messages that want it. */
@JCStressTest
@Description("Shows if a slot can be overwritten while its message is read, or cleared after the next one is in it.")
@Outcome(id = "1, 0", expect = ACCEPTABLE, desc = "The lane was full, and the second message was dropped.")
@Outcome(
        id = "1, 2",
        expect = ACCEPTABLE,
        desc = "The second message took the place of the first after that was consumed.")
@State
public class SlotReuseStress {

    private final Rig rig = new Rig(Traffic.fifo(WhenFull.DROP, 1, 1));

    public SlotReuseStress() {
        Traffic.send(rig.out, 1);
    }

    @Actor
    public void send() {
        Traffic.send(rig.out, 2);
    }

    @Actor
    public void receive(II_Result result) {
        result.r1 = Traffic.take(rig.in);
    }

    @Arbiter
    public void rest(II_Result result) {
        result.r2 = Traffic.take(rig.in);
    }
}
