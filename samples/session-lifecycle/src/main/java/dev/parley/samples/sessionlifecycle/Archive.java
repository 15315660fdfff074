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
    void keep(String session, WorkStore.Initiation start) {
        created(session, start.receive());
    }

    /** Goes on where the session's journal ends. What was done and may not have been recorded is recorded once more, which changes nothing. */
    void resume(String session, WorkStore.Resumed at) {
        at.match(
                initiation -> run(() -> keep(session, initiation)),
                create -> run(() -> created(session, create)),
                dismiss -> run(() -> archive(session, dismiss)),
                abandon -> run(() -> archive(session, abandon.receive())),
                broadcast -> run(() -> keep(session, given(session, broadcast))),
                end -> run(() -> archive(session, end.receive())),
                release -> run(() -> archive(session, release)),
                beforeDone -> run(() -> keep(session, result(session, beforeDone.receive()))),
                done -> run(() -> keep(session, result(session, done))),
                restore -> run(() -> keep(session, result(session, restore))),
                skipped -> run(() -> keep(session, skipped)),
                ended -> true);
    }

    private static boolean run(Runnable rest) {
        rest.run();
        return true;
    }

    private void created(String session, WorkStore.Create create) {
        begin(session);
        WorkStore.BeforeDismiss.Received first = create.receive();
        if (first instanceof WorkStore.Dismiss dismiss) {
            archive(session, dismiss);
        } else if (first instanceof WorkStore.Abandon abandon) {
            archive(session, abandon.receive());
        } else if (first instanceof WorkStore.End end) {
            archive(session, end.receive());
        } else if (first instanceof WorkStore.Broadcast task) {
            keep(session, given(session, task));
        }
    }

    private void keep(String session, WorkStore.Activity start) {
        WorkStore.Activity activity = start;
        while (true) {
            WorkStore.Activity.Received received = activity.receive();
            if (received instanceof WorkStore.Broadcast next) {
                activity = given(session, next);
            } else if (received instanceof WorkStore.End end) {
                archive(session, end.receive());
                return;
            } else if (received instanceof WorkStore.Abandon abandon) {
                archive(session, abandon.receive());
                return;
            }
        }
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

    private void archive(String session, WorkStore.Cleanup cleanup) {
        List<Result> results = close(session);
        cleanup.archived(
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
