package dev.parley.runtime.buffer;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** A message and the store that shows it. */
@JCStressTest
@Description("Shows if a header can be seen before the words, the reference, or what the reference leads to.")
@Outcome(id = "0", expect = ACCEPTABLE, desc = "Nothing was there yet.")
@Outcome(id = "1", expect = ACCEPTABLE, desc = "All of the message was there.")
@State
public class PublicationStress {

    private final Rig rig = new Rig(Traffic.fifo(WhenFull.BLOCK, 2, 2));

    @Actor
    public void send() {
        Traffic.send(rig.out, 1);
    }

    @Actor
    public void receive(I_Result result) {
        result.r1 = Traffic.take(rig.in);
    }
}
