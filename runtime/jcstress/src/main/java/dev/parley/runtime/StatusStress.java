package dev.parley.runtime;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Two threads that end a session. The results are the reason it gives in the end, and the statuses its listener was told of. */
public final class StatusStress {

    private StatusStress() {}

    /** Two that cancel. */
    @JCStressTest
    @Description("Shows if two cancellations can both count, or neither, or be told of twice.")
    @Outcome(
            id = {"one, ACTIVE CANCELLED", "two, ACTIVE CANCELLED"},
            expect = ACCEPTABLE,
            desc = "One of them counts.")
    @State
    public static class TwoCancel {

        private final OneWay play = new OneWay();

        @Actor
        public void one() {
            play.session.cancel("one");
        }

        @Actor
        public void two() {
            play.session.cancel("two");
        }

        @Arbiter
        public void rest(LL_Result result) {
            result.r1 = play.session.reason();
            result.r2 = play.history();
        }
    }

    /** Two that close. */
    @JCStressTest
    @Description(
            "Shows if two closings can leave a session open that has nothing left to receive, or be told of twice.")
    @Outcome(id = ", ACTIVE DRAINING CLOSED", expect = ACCEPTABLE, desc = "The session is closed, once.")
    @State
    public static class TwoClose {

        private final OneWay play = new OneWay();

        @Actor
        public void one() {
            play.session.close();
        }

        @Actor
        public void two() {
            play.session.close();
        }

        @Arbiter
        public void rest(LL_Result result) {
            result.r1 = play.session.reason();
            result.r2 = play.history();
        }
    }

    /** One that closes and one that cancels. */
    @JCStressTest
    @Description("Shows if changes made by two threads can be told of out of order, twice, or not at all.")
    @Outcome(id = "enough, ACTIVE CANCELLED", expect = ACCEPTABLE, desc = "Cancelled first.")
    @Outcome(id = "enough, ACTIVE DRAINING CANCELLED", expect = ACCEPTABLE, desc = "Cancelled while it drained.")
    @Outcome(id = ", ACTIVE DRAINING CLOSED", expect = ACCEPTABLE, desc = "Closed first.")
    @State
    public static class CloseAndCancel {

        private final OneWay play = new OneWay();

        @Actor
        public void close() {
            play.session.close();
        }

        @Actor
        public void cancel() {
            play.session.cancel("enough");
        }

        @Arbiter
        public void rest(LL_Result result) {
            result.r1 = play.session.reason();
            result.r2 = play.history();
        }
    }
}
