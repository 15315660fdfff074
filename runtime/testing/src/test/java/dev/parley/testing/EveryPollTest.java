package dev.parley.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

class EveryPollTest {

    @ExplorationTest(preemptions = 1)
    void everyVoteCounts(Simulation simulation) {
        PollSession.<RuntimeException>run(
                simulation.options(),
                ann -> assertEquals(3, ann.annVotes(1).receive().sum()),
                bob -> assertEquals(3, bob.bobVotes(2).receive().sum()),
                chair -> {
                    PollChair.AnnVotes ann = chair.receive();
                    int vote = ann.vote();
                    PollChair.BobVotes bob = ann.receive();
                    bob.result(vote + bob.vote());
                });
    }
}
