package dev.parley.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.runtime.Reactor;
import java.time.Duration;

class HandledPollTest {

    /** Counts, by events. */
    static class Counting implements PollChair.Handler {

        private int sum;

        @Override
        public PollChair.AnnVotes annVotes(PollChair.AnnVotes ann) {
            sum = ann.vote();
            return ann;
        }

        @Override
        public PollChair.Ended bobVotes(PollChair.BobVotes bob) {
            return bob.result(sum + bob.vote());
        }
    }

    @SimulationTest
    void everyVoteCounts(Simulation simulation) throws Exception {
        simulation.delay(Duration.ofMillis(100));

        PollSession session = PollSession.open(simulation.options());
        session.chair(new Reactor(), new Counting());
        simulation.program(
                "Ann",
                session::ann,
                ann -> assertEquals(3, ann.annVotes(1).receive().sum()));
        simulation.program(
                "Bob",
                session::bob,
                bob -> assertEquals(3, bob.bobVotes(2).receive().sum()));
        simulation.play();
    }
}
