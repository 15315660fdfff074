package dev.parley.samples.sessionlifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.runtime.SessionOptions;
import dev.parley.runtime.journal.FileJournal;
import dev.parley.runtime.journal.Journal;
import dev.parley.runtime.journal.MemoryJournal;
import dev.parley.samples.sessionlifecycle.Outcome.Ending;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions that fail go on from their journal. */
@Timeout(60)
class RecoveryTest {

    private static final List<Task> TASKS =
            List.of(new Task("a", "one two"), new Task("b", "three"), new Task("c", ""));

    private final WordCount count = new WordCount(new MemoryJournal());

    private static SessionOptions options(Journal messages) {
        return SessionOptions.defaults().rights(WordCount.rights(2_000, 2_000)).journal(messages);
    }

    private void fail(Journal messages, Worker.Counter counter) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> count.run(
                        options(messages), "s", new Coordinator(TASKS, 1), new Worker("Ada", false, counter)));
    }

    private Outcome resume(Journal messages, Worker.Counter counter) {
        return count.resume(options(messages), "s", TASKS, new Worker("Bob", false, counter));
    }

    private void assertAllDone(Outcome outcome) {
        assertThat(outcome.ending()).isEqualTo(Ending.ENDED);
        assertThat(outcome.words()).isEqualTo(3);
        assertThat(count.archive().archived("s"))
                .extracting(Archive.Result::task)
                .containsExactlyInAnyOrder("a", "b", "c");
        assertThat(count.archive().open()).isEmpty();
    }

    private static Worker.Counter breaksDownAt(String task, AtomicInteger counted) {
        return text -> {
            counted.incrementAndGet();
            if (text.equals(task)) {
                throw new AssertionError("broken");
            }
            return Worker.words(text);
        };
    }

    /** What the store has heard of before is not done again; it may have been behind when the session failed. */
    @ParameterizedTest
    @ValueSource(strings = {"one two", "three", ""})
    void anotherWorkerGoesOnWhereOneBrokeDown(String task) {
        MemoryJournal messages = new MemoryJournal();
        AtomicInteger counted = new AtomicInteger();

        fail(messages, breaksDownAt(task, counted));
        int before = counted.get();
        int heard = count.archive().archived("s").size();
        assertAllDone(resume(messages, text -> {
            counted.incrementAndGet();
            return Worker.words(text);
        }));

        assertThat(counted.get())
                .as("each once, the one at which it broke down once more, and what the store had not heard of")
                .isBetween(4, before + TASKS.size() - heard);
    }

    /** The session is in its file: whoever opens that goes on with it. */
    @Test
    void aSessionSurvivesItsProcess(@TempDir Path folder) {
        try (FileJournal messages = FileJournal.open(folder.resolve("messages"))) {
            fail(messages, breaksDownAt("three", new AtomicInteger()));
        }
        try (FileJournal messages = FileJournal.open(folder.resolve("messages"))) {
            assertAllDone(resume(messages, Worker::words));
        }
    }

    @Test
    void aTaskThatGoesWrongAfterwardsIsTriedAgainAsEver() {
        MemoryJournal messages = new MemoryJournal();
        fail(messages, breaksDownAt("one two", new AtomicInteger()));

        AtomicInteger attempts = new AtomicInteger();
        assertAllDone(resume(messages, text -> {
            if (text.equals("one two") && attempts.incrementAndGet() == 1) {
                throw new java.io.IOException("unreadable");
            }
            return Worker.words(text);
        }));
    }

    /** What the session has spent is spent when it goes on: it has to be able to afford the rest. */
    @Test
    void whatWasSpentIsNotGivenBack() {
        MemoryJournal messages = new MemoryJournal();
        fail(messages, breaksDownAt("three", new AtomicInteger()));

        Outcome outcome = count.resume(
                SessionOptions.defaults()
                        .rights(WordCount.rights(100 + 75 + 25 + 10 + 25, 2_000))
                        .journal(messages),
                "s",
                TASKS,
                new Worker("Bob", false, Worker::words));

        assertThat(outcome.ending()).isEqualTo(Ending.ABANDONED);
        assertThat(outcome.results()).isEqualTo(2);
    }
}
