package dev.parley.runtime;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * A message that is sent while its session is closed. The results are what became of the send, and what the receiver finds.
 *
 * <p>A sender that was let pass just before the session began to drain publishes its message at any time after that, also
 * when the lane was found empty and the session is closed. Such a message is lost: to notice it, each send would need a fence
 * and a second look at the session, which costs many times the message.
 */
@JCStressTest
@Description("Shows how often closing loses a message that is sent at the same time.")
@Outcome(id = "refused, closed", expect = ACCEPTABLE, desc = "Closed first.")
@Outcome(id = "sent, received", expect = ACCEPTABLE, desc = "Sent first.")
@Outcome(
        id = "sent, closed",
        expect = ACCEPTABLE_INTERESTING,
        desc = "Let pass first, sent after the closing, and lost.")
@State
public class DrainingStress {

    private final OneWay play = new OneWay();

    @Actor
    public void send(LL_Result result) {
        try {
            play.send();
            result.r1 = "sent";
        } catch (SessionClosedException e) {
            result.r1 = "refused";
        }
    }

    @Actor
    public void close() {
        play.session.close();
    }

    @Arbiter
    public void rest(LL_Result result) {
        try {
            result.r2 = play.tryReceive() ? "received" : "nothing";
        } catch (SessionClosedException e) {
            result.r2 = "closed";
        }
    }
}
