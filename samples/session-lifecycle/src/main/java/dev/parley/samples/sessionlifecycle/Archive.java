package dev.parley.samples.sessionlifecycle;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Plays {@link Work.Store}, for any number of sessions at a time. It stands for a database, which survives when a session fails: the results
 * of a session are open until it is cleaned up; what a session leaves open, it finds when it is resumed, or {@link #discard} clears away. Safe
 * for use by many threads.
 */
final class Archive {

    private final Map<String, Shelf> open = new HashMap<>();
    private final Map<String, List<Result>> archived = new HashMap<>();

    /** What there is of a session: the task that was given last, and the results by the names of their tasks. */
    private static final class Shelf {
        private Task task = new Task("", "");
        private final Map<String, Result> results = new LinkedHashMap<>();
    }

    /**
     * A task that was done.
     *
     * @param task its name
     * @param words how many words its text has
     */
    record Result(String task, int words) {}

    /** Plays the role in the session of an id. */
    WorkStore.Ended keep(String session, WorkStore.Initiation start) {
        return created(session, start.receive());
    }

    /** Goes on where the session's journal ends. What was done and may not have been recorded is recorded once more, which changes nothing. */
    WorkStore.Ended resume(String session, WorkStore.Resumed at) {
        return at.match(
                initiation -> keep(session, initiation),
                create -> created(session, create),
                dismiss -> archive(session, dismiss),
                abandon -> archive(session, abandon.receive()),
                broadcast -> keep(session, given(session, broadcast)),
                end -> archive(session, end.receive()),
                release -> archive(session, release),
                beforeDone -> keep(session, result(session, beforeDone.receive())),
                done -> keep(session, result(session, done)),
                restore -> keep(session, result(session, restore)),
                skipped -> keep(session, skipped),
                ended -> ended);
    }

    private WorkStore.Ended created(String session, WorkStore.Create create) {
        begin(session);
        return create.receive()
                .match(
                        dismiss -> archive(session, dismiss),
                        abandon -> archive(session, abandon.receive()),
                        broadcast -> keep(session, given(session, broadcast)),
                        end -> archive(session, end.receive()));
    }

    private WorkStore.Ended keep(String session, WorkStore.Activity start) {
        WorkStore.Activity.Received received = start.receive();
        while (received instanceof WorkStore.Broadcast next) {
            received = given(session, next).receive();
        }
        return received instanceof WorkStore.End end
                ? archive(session, end.receive())
                : archive(session, ((WorkStore.Abandon) received).receive());
    }

    /** Waits for the result of a task, which is kept, so that it can be given again. */
    private WorkStore.Activity given(String session, WorkStore.Broadcast broadcast) {
        put(session, new Task(broadcast.task(), broadcast.text()));
        return result(session, broadcast.receive());
    }

    private WorkStore.Activity result(String session, WorkStore.BeforeDone.Received first) {
        WorkStore.BeforeDone.Received received = first;
        while (received instanceof WorkStore.Restore restore) {
            Task task = task(session);
            received = restore.restored(task.name(), task.text(), done(session)).receive();
        }
        if (received instanceof WorkStore.Done done) {
            add(session, new Result(done.task(), done.words()));
            return done;
        }
        return (WorkStore.Skipped) received;
    }

    private WorkStore.Ended archive(String session, WorkStore.Cleanup cleanup) {
        List<Result> results = close(session);
        return cleanup.archived(
                results.size(), results.stream().mapToLong(Result::words).sum());
    }

    private synchronized void begin(String session) {
        open.put(session, new Shelf());
    }

    private Shelf shelf(String session) {
        return open.computeIfAbsent(session, id -> new Shelf());
    }

    private synchronized void put(String session, Task task) {
        shelf(session).task = task;
    }

    private synchronized Task task(String session) {
        return shelf(session).task;
    }

    private synchronized void add(String session, Result result) {
        shelf(session).results.put(result.task(), result);
    }

    private synchronized int done(String session) {
        return shelf(session).results.size();
    }

    private synchronized List<Result> close(String session) {
        Shelf shelf = open.remove(session);
        if (shelf != null) {
            archived.put(session, List.copyOf(shelf.results.values()));
        }
        return archived(session);
    }

    /** Clears away what a session has left open. */
    synchronized void discard(String session) {
        open.remove(session);
    }

    /** Returns the ids of the sessions that have left something open, or are under way. */
    synchronized List<String> open() {
        return open.keySet().stream().sorted().toList();
    }

    /** Returns whether a session that is open has the result of a task. */
    synchronized boolean has(String session, Task task) {
        Shelf shelf = open.get(session);
        return shelf != null && shelf.results.containsKey(task.name());
    }

    /** Returns what was put away for a session. */
    synchronized List<Result> archived(String session) {
        return List.copyOf(archived.getOrDefault(session, List.of()));
    }
}
