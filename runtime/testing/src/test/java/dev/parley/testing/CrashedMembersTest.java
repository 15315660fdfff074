package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.Quorum;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A member of a family that crashes has left, or is late, wherever the protocol has it so; nobody waits for it. */
class CrashedMembersTest {

    private static final int VOTERS = 3;

    private static int chair(BallotChair.Start start) {
        BallotChair.InStay stay = start.open().fork();
        int here = 0;
        for (int voter : stay.members()) {
            boolean stays = stay.member(voter).receive().match(there -> true, bye -> false);
            here += stays ? 1 : 0;
        }
        BallotChair.Vote votes = stay.join().question(1).gather(Quorum.all());
        votes.result(votes.copies().size());
        return here * 10 + votes.copies().size();
    }

    private static void voter(int index, BallotVoter.Start start) {
        boolean inTime =
                start.receive().here(index).receive().vote(true).receive().match(result -> true, late -> false);
        assertThat(inTime).isTrue();
    }

    /** The actions of a voter: open, here, question, vote; then it waits for its end. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void theOthersGoOn(int action) {
        for (int seed = 0; seed < 40; seed++) {
            Simulation simulation = Simulation.seeded(seed).crash("Voter[1]", action);
            AtomicInteger counted = new AtomicInteger();

            BallotSession.run(
                    simulation.options(), VOTERS, chair -> counted.set(chair(chair)), CrashedMembersTest::voter);

            int here = action < 2 ? 2 : 3;
            assertThat(counted.get()).as("seed %s", seed).isEqualTo(here * 10 + 2);
        }
    }

    @ExplorationTest(preemptions = 1, runs = 1_000)
    void wheneverThatIs(Simulation simulation) {
        AtomicInteger counted = new AtomicInteger();

        BallotSession.run(
                simulation.crash("Voter[0]", 3).options(),
                2,
                chair -> counted.set(chair(chair)),
                CrashedMembersTest::voter);

        assertThat(counted.get()).isEqualTo(21);
    }
}
