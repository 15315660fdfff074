package dev.parley.samples.sessionlifecycle;

import dev.parley.runtime.SessionOptions;
import dev.parley.runtime.effect.Rights;
import dev.parley.runtime.journal.FileJournal;
import dev.parley.runtime.journal.Journal;
import dev.parley.runtime.journal.MemoryJournal;
import dev.parley.samples.sessionlifecycle.Outcome.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts words in sessions of {@link Work}. */
public final class WordCount {

    private final Archive archive = new Archive();
    private final Journal facts;

    /**
     * Creates what sessions share.
     *
     * @param facts where their facts go
     */
    public WordCount(Journal facts) {
        this.facts = facts;
    }

    /**
     * Returns everything that the roles may need to do, with budgets of a size.
     *
     * @param coordinators what the coordinator may spend on the worker, and again on the store
     * @param workers what the worker may spend
     */
    static Rights rights(long coordinators, long workers) {
        return Rights.NONE
                .allow(
                        "Coordinator",
                        "session:create",
                        "session:activate",
                        "session:broadcast",
                        "session:status",
                        "session:end")
                .allow("Worker", "session:join", "session:decline", "session:report")
                .budget("Coordinator", "Worker", coordinators)
                .budget("Coordinator", "Store", coordinators)
                .budget("Worker", "Coordinator", workers);
    }

    /**
     * Runs a session.
     *
     * @param options how it is opened, but for its id and where its facts go
     * @param id its id
     * @param coordinator plays the coordinator
     * @param worker plays the worker
     * @return what came of it
     * @throws dev.parley.runtime.effect.EffectDeniedException if it may not be created
     */
    Outcome run(SessionOptions options, String id, Coordinator coordinator, Worker worker) {
        Outcome[] outcome = new Outcome[1];
        WorkSession.run(
                options.id(id).facts(facts),
                start -> outcome[0] = coordinator.coordinate(start),
                store -> archive.keep(id, store),
                worker::work);
        return outcome[0];
    }

    /**
     * Goes on with a session that has failed, from its journal: each role stands where it stood, and what was sent to it is there.
     *
     * @param options how it is opened, with the session's journal, and the rights that it has from now on; what it has spent is charged to them
     * @param id its id
     * @param tasks what is to be done; the results that are there already are kept
     * @param worker plays the worker from here on
     * @return what came of it since
     */
    Outcome resume(SessionOptions options, String id, List<Task> tasks, Worker worker) {
        List<Task> left = tasks.stream().filter(task -> !archive.has(id, task)).toList();
        Coordinator coordinator = new Coordinator(left, 1);
        Ending ending = new Ledger(facts).ending(id);
        try (WorkSession session = WorkSession.reopen(options.id(id).facts(facts))) {
            CompletableFuture<Void> store = play(session, () -> archive.resume(id, session.resumeStore()));
            CompletableFuture<Void> work = play(session, () -> worker.resume(session.resumeWorker()));
            Outcome outcome = coordinator.resume(session.resumeCoordinator(), ending);
            CompletableFuture.allOf(store, work).join();
            return outcome;
        }
    }

    /** Plays a role in a thread of its own. Where it fails the others stop, too; the session can be resumed once more. */
    private static CompletableFuture<Void> play(WorkSession session, Runnable role) {
        return CompletableFuture.runAsync(role, program -> new Thread(program).start())
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        session.close();
                    }
                });
    }

    /** Clears away what sessions have left open that failed. To be called when none is under way; returns their ids. */
    List<String> recover() {
        List<String> failed = new Ledger(facts).unfinished();
        failed.forEach(archive::discard);
        return failed;
    }

    Archive archive() {
        return archive;
    }

    /**
     * Runs a session that has all it needs, one that runs out of budget, one with a task that goes wrong, and one
     * whose worker breaks down, which then goes on with another worker.
     *
     * @throws IOException if the journal cannot be written
     */
    public static void main(String[] args) throws IOException {
        Path file = Files.createTempDirectory("word-count").resolve("facts");
        List<Task> tasks = List.of(
                new Task("Emma", "Emma Woodhouse, handsome, clever, and rich"),
                new Task("Moby-Dick", "Call me Ishmael."),
                new Task("Anna Karenina", "Happy families are all alike"));
        try (FileJournal journal = FileJournal.open(file)) {
            WordCount count = new WordCount(journal);
            count.show("rich", rights(1_000, 1_000), tasks, Worker::words);
            count.show("poor", rights(260, 1_000), tasks, Worker::words);
            AtomicInteger attempts = new AtomicInteger();
            count.show("unlucky", rights(1_000, 1_000), tasks, text -> {
                if (text.startsWith("Call") && attempts.incrementAndGet() < 2) {
                    throw new IOException("unreadable");
                }
                return Worker.words(text);
            });
            MemoryJournal messages = new MemoryJournal();
            SessionOptions durable =
                    SessionOptions.defaults().rights(rights(1_000, 1_000)).journal(messages);
            count.show("broken", durable, tasks, text -> {
                if (text.startsWith("Call")) {
                    throw new AssertionError("the worker breaks down");
                }
                return Worker.words(text);
            });
            System.out.println("broken, resumed: "
                    + count.resume(durable, "broken", tasks, new Worker("Bob", false, Worker::words)));
            Ledger ledger = new Ledger(journal);
            ledger.facts()
                    .forEach((id, names) -> System.out.println(id + " paid " + ledger.spent(id) + " for " + names));
        } finally {
            Files.delete(file);
            Files.delete(file.getParent());
        }
    }

    private void show(String id, Rights rights, List<Task> tasks, Worker.Counter counter) {
        show(id, SessionOptions.defaults().rights(rights), tasks, counter);
    }

    private void show(String id, SessionOptions options, List<Task> tasks, Worker.Counter counter) {
        try {
            System.out.println(
                    id + ": " + run(options, id, new Coordinator(tasks, 1), new Worker("Ada", false, counter)));
        } catch (AssertionError e) {
            System.out.println(id + ": " + e.getMessage());
        }
    }
}
