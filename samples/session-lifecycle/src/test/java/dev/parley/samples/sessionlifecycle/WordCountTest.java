package dev.parley.samples.sessionlifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.SessionOptions;
import dev.parley.runtime.effect.Denial;
import dev.parley.runtime.effect.EffectDeniedException;
import dev.parley.runtime.effect.Rights;
import dev.parley.runtime.journal.FileJournal;
import dev.parley.runtime.journal.MemoryJournal;
import dev.parley.samples.sessionlifecycle.Outcome.Ending;
import dev.parley.testing.SimulatedCrashException;
import dev.parley.testing.Simulation;
import dev.parley.testing.SimulationTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordCountTest {

    private static final List<Task> TASKS =
            List.of(new Task("a", "one two"), new Task("b", "three"), new Task("c", ""));

    /** Creating, activating, three tasks, three status checks, and the end. */
    private static final long ENOUGH = 100 + 75 + 3 * 25 + 3 * 10 + 100;

    private final MemoryJournal facts = new MemoryJournal();
    private final WordCount count = new WordCount(facts);
    private final Ledger ledger = new Ledger(facts);

    private Outcome run(SessionOptions options, Worker worker) {
        return count.run(options, "s", new Coordinator(TASKS, 2), worker);
    }

    private Outcome run(Rights rights, Worker worker) {
        return run(SessionOptions.defaults().rights(rights), worker);
    }

    private static Worker worker(Worker.Counter counter) {
        return new Worker("Ada", false, counter);
    }

    private List<String> facts() {
        return ledger.facts().getOrDefault("s", List.of());
    }

    @Test
    void aSessionThatHasWhatItNeedsIsEnded() {
        Outcome outcome = run(WordCount.rights(ENOUGH, 50 + 3 * 15), worker(Worker::words));

        assertThat(outcome)
                .isEqualTo(new Outcome(
                        Ending.ENDED,
                        3,
                        3,
                        List.of(),
                        List.of("1 done, 0 failures", "2 done, 0 failures", "3 done, 0 failures")));
        assertThat(facts())
                .containsExactly(
                        "session_created",
                        "participant_joined",
                        "session_activated",
                        "session_ended",
                        "session_archived");
        assertThat(ledger.spent("s"))
                .as("created and ended for two, joined, activated")
                .isEqualTo(2 * 100 + 50 + 75 + 2 * 100);
        assertThat(count.archive().archived("s"))
                .extracting(Archive.Result::words)
                .containsExactly(2, 1, 0);
        assertThat(count.archive().open()).isEmpty();
    }

    @Test
    void aWorkerMayDecline() {
        Outcome outcome = run(WordCount.rights(ENOUGH, 25), new Worker("Ada", true, Worker::words));

        assertThat(outcome.ending()).isEqualTo(Ending.DECLINED);
        assertThat(facts()).containsExactly("session_created", "participant_declined", "session_archived");
    }

    /** Whatever it is that cannot be paid any more: the session is cleaned up, and keeps what was done. */
    @Test
    void aSessionThatRunsOutOfBudgetIsAbandoned() {
        assertThat(run(WordCount.rights(ENOUGH - 1, 1_000), worker(Worker::words)))
                .as("the end")
                .extracting(Outcome::ending, Outcome::results)
                .containsExactly(Ending.ABANDONED, 3);
        assertThat(run(WordCount.rights(100 + 75 + 25 + 10 + 24, 1_000), worker(Worker::words)))
                .as("the second task")
                .extracting(Outcome::ending, Outcome::results)
                .containsExactly(Ending.ABANDONED, 1);
        assertThat(run(WordCount.rights(100, 1_000), worker(Worker::words)))
                .as("the beginning")
                .extracting(Outcome::ending, Outcome::results)
                .containsExactly(Ending.ABANDONED, 0);
        assertThat(facts()).filteredOn(fact -> fact.equals("session_abandoned")).hasSize(3);
        assertThat(facts()).doesNotContain("session_ended").endsWith("session_abandoned", "session_archived");
        assertThat(count.archive().open()).isEmpty();
    }

    @Test
    void aWorkerThatCannotPayForReportsIsAliveAllTheSame() {
        Outcome outcome = run(WordCount.rights(ENOUGH, 50 + 15), worker(Worker::words));

        assertThat(outcome.ending()).isEqualTo(Ending.ENDED);
        assertThat(outcome.reports()).containsExactly("1 done, 0 failures", "alive", "alive");
    }

    @Test
    void whoMayNotCreateASessionLeavesNoTrace() {
        Rights none = Rights.NONE.budget("Coordinator", "Worker", 1_000).budget("Coordinator", "Store", 1_000);

        assertThatExceptionOfType(EffectDeniedException.class)
                .isThrownBy(() -> run(none, worker(Worker::words)))
                .satisfies(denied -> assertThat(denied.denial().kind()).isEqualTo(Denial.Kind.CAPABILITY));
        assertThat(facts()).isEmpty();
    }

    @Test
    void aTaskThatGoesWrongIsTriedAgain() {
        AtomicInteger attempts = new AtomicInteger();
        Outcome outcome = run(WordCount.rights(ENOUGH, 1_000), worker(text -> {
            if (text.equals("three") && attempts.incrementAndGet() <= 2) {
                throw new IOException("unreadable");
            }
            return Worker.words(text);
        }));

        assertThat(outcome.ending()).isEqualTo(Ending.ENDED);
        assertThat(outcome.results()).isEqualTo(3);
        assertThat(outcome.reports()).last().isEqualTo("3 done, 2 failures");
        assertThat(facts()).filteredOn(fact -> fact.equals("task_failed")).hasSize(2);
    }

    @Test
    void aTaskThatAlwaysGoesWrongIsLeftOut() {
        Outcome outcome = run(WordCount.rights(ENOUGH, 1_000), worker(text -> {
            if (text.equals("three")) {
                throw new IOException("unreadable");
            }
            return Worker.words(text);
        }));

        assertThat(outcome.skipped()).containsExactly("b");
        assertThat(outcome.results()).isEqualTo(2);
        assertThat(outcome.words()).isEqualTo(2);
        assertThat(facts()).filteredOn(fact -> fact.equals("task_failed")).hasSize(3);
        assertThat(facts()).contains("task_skipped", "session_ended");
    }

    /** The journal tells the next process what the last one has left behind. */
    @Test
    void whatAFailedSessionLeavesIsClearedAwayLater(@TempDir Path folder) {
        try (FileJournal journal = FileJournal.open(folder.resolve("facts"))) {
            WordCount first = new WordCount(journal);
            Coordinator coordinator = new Coordinator(TASKS, 0);
            Worker broken = worker(text -> {
                while (first.archive().open().isEmpty()) {
                    Thread.onSpinWait(); // the store may lag
                }
                throw new AssertionError("broken");
            });
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> first.run(
                            SessionOptions.defaults().rights(WordCount.rights(ENOUGH, 50)), "b", coordinator, broken))
                    .withMessage("broken");
            assertThat(first.archive().open()).containsExactly("b");

            assertThat(first.recover()).containsExactly("b");
            assertThat(first.archive().open()).isEmpty();
        }
        try (FileJournal journal = FileJournal.open(folder.resolve("facts"))) {
            assertThat(new Ledger(journal).unfinished()).containsExactly("b");
        }
    }

    @SimulationTest
    void isTheSameInEveryOrder(Simulation simulation) {
        simulation.delay(Duration.ofSeconds(1)).partition("Worker", "Store", Duration.ZERO, Duration.ofSeconds(5));

        Outcome outcome = run(simulation.options().rights(WordCount.rights(ENOUGH, 1_000)), worker(Worker::words));

        assertThat(outcome.ending()).isEqualTo(Ending.ENDED);
        assertThat(outcome.words()).isEqualTo(3);
    }

    /** Whenever the budget runs out after its creation, the session comes to an orderly end. */
    @SimulationTest
    void isCleanedUpWheneverTheBudgetRunsOut(Simulation simulation) {
        int action = 2 + simulation.random().nextInt(20);
        simulation.exhaust("Coordinator", simulation.random().nextBoolean() ? "Worker" : "Store", action);

        Outcome outcome = run(simulation.options().rights(WordCount.rights(ENOUGH, 1_000)), worker(Worker::words));

        assertThat(outcome.ending()).isIn(Ending.ENDED, Ending.ABANDONED);
        assertThat(outcome.results()).isEqualTo(count.archive().archived("s").size());
        assertThat(facts()).endsWith("session_archived").doesNotHaveDuplicates();
        assertThat(count.archive().open()).isEmpty();
    }

    /** Whoever crashes, whenever: what was recorded is the beginning of what would have been, and tells what has to be cleared away. */
    @SimulationTest
    void canBeClearedAwayWheneverSomebodyCrashes(Simulation simulation) {
        List<String> roles = List.of("Coordinator", "Store", "Worker");
        simulation.crash(
                roles.get(simulation.random().nextInt(3)), simulation.random().nextInt(8));

        assertThatExceptionOfType(SimulatedCrashException.class)
                .isThrownBy(
                        () -> run(simulation.options().rights(WordCount.rights(ENOUGH, 1_000)), worker(Worker::words)));

        assertThat(List.of("session_created", "participant_joined", "session_activated", "session_ended"))
                .startsWith(facts().toArray(String[]::new));
        assertThat(count.archive().open()).isSubsetOf(ledger.unfinished());
        assertThat(count.recover()).isEqualTo(facts().isEmpty() ? List.of() : List.of("s"));
        assertThat(count.archive().open()).isEmpty();
    }

    /** A journal that fails leaves a fault, and nothing that was not recorded. */
    @SimulationTest(runs = 20)
    void endsWhereTheJournalFails(Simulation simulation) {
        int recorded = simulation.random().nextInt(5);
        simulation.failFacts(recorded);

        assertThatThrownBy(
                        () -> run(simulation.options().rights(WordCount.rights(ENOUGH, 1_000)), worker(Worker::words)))
                .hasMessageContaining("could not be recorded");
        assertThat(facts()).hasSize(recorded);
    }
}
