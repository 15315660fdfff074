package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.runtime.SessionCancelledException;
import dev.parley.runtime.SessionOptions;
import dev.parley.runtime.SessionStatus;
import dev.parley.runtime.journal.JournalException;
import dev.parley.runtime.journal.MemoryJournal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sessions that do not come to their end: because a role cancels, or because the journal fails. */
class SimulatedEndsTest {

    private static void play(SessionOptions options) {
        PollSession.<RuntimeException>run(
                options,
                ann -> ann.annVotes(1).receive(),
                bob -> bob.bobVotes(2).receive(),
                chair -> {
                    PollChair.AnnVotes ann = chair.receive();
                    int vote = ann.vote();
                    PollChair.BobVotes bob = ann.receive();
                    bob.result(vote + bob.vote());
                });
    }

    @SimulationTest
    void whoeverCancelsEndsTheSessionForAll(Simulation simulation) {
        List<String> roles = List.of("Ann", "Bob", "Chair");
        String role = roles.get(simulation.random().nextInt(roles.size()));
        simulation.delay(Duration.ofSeconds(1)).cancel(role, simulation.random().nextInt(2));

        assertThatExceptionOfType(SessionCancelledException.class)
                .isThrownBy(() -> play(simulation.options()))
                .withMessageContaining("the simulation lets " + role + " cancel it");
        assertThat(simulation.session().status()).isEqualTo(SessionStatus.CANCELLED);
    }

    @ExplorationTest(preemptions = 2)
    void whateverTheOthersAreAt(Simulation simulation) {
        assertThatExceptionOfType(SessionCancelledException.class)
                .isThrownBy(() -> play(simulation.cancel("Chair", 1).options()));
    }

    @Test
    void whoHasDoneLessDoesNotCancel() {
        Simulation simulation = Simulation.seeded(1).cancel("Ann", 2);

        play(simulation.options());

        assertThat(simulation.session().status()).isEqualTo(SessionStatus.CLOSED);
    }

    /** Whatever entry is the first that is not written, the session fails, and goes on from there when it is reopened. */
    @SimulationTest
    void aJournalThatFailsLosesNothing(Simulation simulation) throws Exception {
        int entry = 0;
        while (!isPlayed(entry, simulation.random().nextLong())) {
            entry++;
        }
        assertThat(entry).as("entries").isGreaterThan(4);
    }

    private static boolean isPlayed(int entry, long seed) throws Exception {
        MemoryJournal journal = new MemoryJournal();
        Simulation failing = Simulation.seeded(seed).failJournal(entry);
        try {
            play(failing.options().journal(journal));
            return true;
        } catch (JournalException | SessionCancelledException failure) {
            assertThat(journal.size()).isEqualTo(entry);
        }
        Simulation healthy = Simulation.seeded(seed);
        goOn(healthy, PollSession.reopen(healthy.options().journal(journal)));
        return false;
    }

    private static void goOn(Simulation simulation, PollSession session) throws Exception {
        simulation.program(
                "Ann",
                session::resumeAnn,
                ann -> assertThat(ann.<Integer, RuntimeException>match(
                                start -> start.annVotes(1).receive().sum(),
                                voted -> voted.receive().sum(),
                                result -> result.sum()))
                        .isEqualTo(3));
        simulation.program(
                "Bob",
                session::resumeBob,
                bob -> assertThat(bob.<Integer, RuntimeException>match(
                                start -> start.bobVotes(2).receive().sum(),
                                voted -> voted.receive().sum(),
                                result -> result.sum()))
                        .isEqualTo(3));
        simulation.program("Chair", session::resumeChair, SimulatedEndsTest::goOn);
        simulation.play();
        assertThat(session.status()).isEqualTo(SessionStatus.CLOSED);
    }

    private static void goOn(PollChair.Resumed chair) {
        chair.<PollChair.Ended, RuntimeException>match(
                start -> start.receive().receive().result(3),
                ann -> ann.receive().result(3),
                bob -> bob.result(3),
                ended -> ended);
    }
}
