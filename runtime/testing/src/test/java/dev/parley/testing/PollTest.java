package dev.parley.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

class PollTest {

    @SimulationTest
    void everyVoteCounts(Simulation simulation) throws Exception {
        simulation.delay(Duration.ofMillis(100));

        PollSession.run(
                simulation.options(),
                ann -> assertEquals(3, ann.annVotes(1).receive().sum()),
                bob -> assertEquals(3, bob.bobVotes(2).receive().sum()),
                PollTest::count);
    }

    private static void count(PollChair.Start chair) throws TimeoutException {
        PollChair.AnnVotes ann = chair.receive(Duration.ofSeconds(1));
        int vote = ann.vote();
        PollChair.BobVotes bob = ann.receive(Duration.ofSeconds(1));
        bob.result(vote + bob.vote());
    }
}
