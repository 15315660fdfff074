package dev.parley.runtime;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** A role that waits, and a failure that ends its session. The result is the failure as the role sees it. */
public final class FaultStress {

    private static final String WHAT = "broken";

    private FaultStress() {}

    private static String failureOf(Runnable waiting) {
        try {
            waiting.run();
            return "none";
        } catch (SessionCancelledException e) {
            return e.getCause() == null
                    ? "unknown"
                    : String.valueOf(e.getCause().getMessage());
        }
    }

    /** A role that waits for a message. */
    @JCStressTest
    @Description("Shows if a receiver can wait on in a session that has failed, or not learn why it failed.")
    @Outcome(id = WHAT, expect = ACCEPTABLE, desc = "The receiver has the cause.")
    @State
    public static class Receiver {

        private final OneWay play = new OneWay();

        @Actor
        public void fail() {
            play.session.fault(new IllegalStateException(WHAT));
        }

        @Actor
        public void receive(L_Result result) {
            result.r1 = failureOf(play::receive);
        }
    }

    /** A role that waits for room. */
    @JCStressTest
    @Description("Shows if a blocked sender can wait on in a session that has failed, or not learn why it failed.")
    @Outcome(id = WHAT, expect = ACCEPTABLE, desc = "The sender has the cause.")
    @State
    public static class Sender {

        private final OneWay play = new OneWay();

        public Sender() {
            play.send();
        }

        @Actor
        public void fail() {
            play.session.fault(new IllegalStateException(WHAT));
        }

        @Actor
        public void send(L_Result result) {
            result.r1 = failureOf(play::send);
        }
    }
}
