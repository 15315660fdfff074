package dev.parley.runtime.buffer;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A sender that overtakes its receiver in a lane that keeps the latest message. The results are how many looks were wrong, and
 * what was seen last.
 */
@JCStressTest
@Description("Shows if the latest message can be torn, older than one seen before, or missed in the end.")
@Outcome(
        id = "0, 64",
        expect = ACCEPTABLE,
        desc = "All that was seen was whole and newer each time, the last message included.")
@State
public class LatestStress {

    /** Several times as many as there are slots, so that the sender comes round to the one that is being read. */
    private static final int MESSAGES = 64;

    private static final int LOOKS = 16;

    private final Rig rig = new Rig(Traffic.latest());
    private int last;

    @Actor
    public void send() {
        for (int number = 1; number <= MESSAGES; number++) {
            Traffic.send(rig.out, number);
        }
    }

    @Actor
    public void receive(II_Result result) {
        for (int look = 0; look < LOOKS; look++) {
            result.r1 += lookOnce();
        }
    }

    @Arbiter
    public void rest(II_Result result) {
        result.r1 += lookOnce();
        result.r2 = last;
    }

    /** Returns 0 if the look was right, else 1. */
    private int lookOnce() {
        int found = Traffic.take(rig.in);
        if (found == InLane.EMPTY) {
            return 0;
        }
        boolean newer = found > last;
        last = found;
        return newer ? 0 : 1;
    }
}
