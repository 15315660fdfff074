package dev.parley.samples.sessionlifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.journal.MemoryJournal;
import dev.parley.testing.EveryCrash;
import dev.parley.testing.EveryCrash.Crash;
import dev.parley.testing.Rehearsal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever crashes, and whenever: the others hear of it, and what the session has left open can be cleared away. */
class EveryCrashEndsTest {

    @Test
    void ofTheProtocol() {
        Rehearsal rehearsal = Rehearsal.of(options -> WorkSession.open(
                        options.rights(WordCount.rights(100_000, 100_000)).facts(new MemoryJournal())))
                .steps(20);

        assertThat(EveryCrash.of(rehearsal::play).actions(30).play())
                .extracting(Crash::role)
                .contains("Coordinator", "Store", "Worker");
    }

    @Test
    void ofThePrograms() {
        WordCount count = new WordCount(new MemoryJournal());
        List<Task> tasks = List.of(new Task("a", "one two"), new Task("b", "three"));

        assertThat(EveryCrash.of(simulation -> count.run(
                                simulation.options().rights(WordCount.rights(1_000, 1_000)),
                                "s" + simulation.again(),
                                new Coordinator(tasks, 1),
                                new Worker("Ada", false, Worker::words)))
                        .play())
                .extracting(Crash::role)
                .contains("Coordinator", "Store", "Worker");

        count.recover();
        assertThat(count.archive().open()).isEmpty();
    }
}
