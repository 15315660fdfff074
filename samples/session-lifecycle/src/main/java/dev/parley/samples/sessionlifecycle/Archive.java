package dev.parley.samples.sessionlifecycle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Plays {@link Work.Store}, for any number of sessions at a time. The results of a session are open until it is cleaned up; what a session
 * leaves open that did not come so far, {@link #discard} clears away. Safe for use by many threads.
 */
final class Archive {

    private final Map<String, List<Result>> open = new HashMap<>();
    private final Map<String, List<Result>> archived = new HashMap<>();

    /**
     * A task that was done.
     *
     * @param task its name
     * @param words how many words its text has
     */
    record Result(String task, int words) {}

    /** Plays the role in the session of an id. */
    void keep(String session, WorkStore.Initiation start) {
        WorkStore.Create create = start.receive();
        begin(session);
        WorkStore.BeforeDismiss.Received first = create.receive();
        if (first instanceof WorkStore.Dismiss dismiss) {
            archive(session, dismiss);
        } else if (first instanceof WorkStore.Abandon abandon) {
            archive(session, abandon.receive());
        } else if (first instanceof WorkStore.End end) {
            archive(session, end.receive());
        } else if (first instanceof WorkStore.Broadcast task) {
            keep(session, task);
        }
    }

    private void keep(String session, WorkStore.Broadcast first) {
        WorkStore.Broadcast task = first;
        while (true) {
            WorkStore.Activity.Received received = result(session, task).receive();
            if (received instanceof WorkStore.Broadcast next) {
                task = next;
            } else if (received instanceof WorkStore.End end) {
                archive(session, end.receive());
                return;
            } else if (received instanceof WorkStore.Abandon abandon) {
                archive(session, abandon.receive());
                return;
            }
        }
    }

    /** Waits for the result of a task, and gives the task again as often as it is asked to. */
    private WorkStore.Activity result(String session, WorkStore.Broadcast broadcast) {
        String task = broadcast.task();
        String text = broadcast.text();
        WorkStore.BeforeDone.Received received = broadcast.receive();
        while (received instanceof WorkStore.Restore restore) {
            received = restore.restored(task, text, done(session)).receive();
        }
        if (received instanceof WorkStore.Done done) {
            add(session, new Result(task, done.words()));
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
        open.put(session, new ArrayList<>());
    }

    private synchronized void add(String session, Result result) {
        open.getOrDefault(session, new ArrayList<>()).add(result);
    }

    private synchronized int done(String session) {
        return open.getOrDefault(session, List.of()).size();
    }

    private synchronized List<Result> close(String session) {
        List<Result> results = open.remove(session);
        if (results == null) {
            return List.of();
        }
        archived.put(session, results);
        return results;
    }

    /** Clears away what a session has left open. */
    synchronized void discard(String session) {
        open.remove(session);
    }

    /** Returns the ids of the sessions that have left something open, or are under way. */
    synchronized List<String> open() {
        return open.keySet().stream().sorted().toList();
    }

    /** Returns what was put away for a session. */
    synchronized List<Result> archived(String session) {
        return List.copyOf(archived.getOrDefault(session, List.of()));
    }
}
