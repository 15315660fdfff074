package dev.parley.samples.sessionlifecycle;

import dev.parley.runtime.effect.EffectDeniedException;

/** Plays {@link Work.Worker} in one session. */
final class Worker {

    private final String name;
    private final boolean busy;
    private final Counter counter;
    private int done;
    private int failures;

    /** Counts words. */
    @FunctionalInterface
    interface Counter {

        /**
         * Counts those of a text.
         *
         * @throws Exception if it cannot
         */
        int count(String text) throws Exception;
    }

    /**
     * Creates the program.
     *
     * @param name the worker's
     * @param busy whether it declines
     * @param counter does the work
     */
    Worker(String name, boolean busy, Counter counter) {
        this.name = name;
        this.busy = busy;
        this.counter = counter;
    }

    /** Returns how many words there are in a text, by the spaces between them. */
    static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }

    /** Plays the role. */
    WorkWorker.Ended work(WorkWorker.Initiation start) {
        return answer(start.receive());
    }

    /** Goes on where the session's journal ends; what it was about to do it does now. */
    WorkWorker.Ended resume(WorkWorker.Resumed at) {
        return at.match(
                this::work,
                this::answer,
                activation -> begin(activation.receive()),
                this::begin,
                this::begin,
                activity -> work(activity.receive()),
                this::work,
                this::work,
                this::work,
                beforeSkip -> work(recovered(beforeSkip.receive())),
                skip -> work(recovered(skip)),
                restored -> work(recovered(restored)),
                ended -> ended);
    }

    private WorkWorker.Ended answer(WorkWorker.Create create) {
        return busy ? create.decline("busy") : begin(create.join(name).receive());
    }

    private WorkWorker.Ended begin(WorkWorker.Activation.Received received) {
        return received instanceof WorkWorker.Activate active
                ? work(active.receive())
                : ((WorkWorker.Abandon) received).release();
    }

    private WorkWorker.Ended work(WorkWorker.Activity.Received first) {
        WorkWorker.Activity.Received received = first;
        while (true) {
            if (received instanceof WorkWorker.Broadcast task) {
                received = execute(task.task(), task.text(), task);
            } else if (received instanceof WorkWorker.Status status) {
                received = report(status).receive();
            } else if (received instanceof WorkWorker.End end) {
                return end.release();
            } else if (received instanceof WorkWorker.Abandon abandon) {
                return abandon.release();
            }
        }
    }

    private WorkWorker.Activity.Received execute(String task, String text, WorkWorker.Execution execution) {
        int words;
        try {
            words = counter.count(text);
        } catch (Exception e) {
            failures++;
            return recovered(
                    execution.failed(task, String.valueOf(e.getMessage())).receive());
        }
        done++;
        return execution.done(task, words).receive();
    }

    /** Tries a task again, or leaves it. */
    private WorkWorker.Activity.Received recovered(WorkWorker.BeforeSkip.Received received) {
        if (received instanceof WorkWorker.Restored restored) {
            done = restored.done();
            return execute(restored.task(), restored.text(), restored);
        }
        return ((WorkWorker.Skip) received).skipped().receive();
    }

    private WorkWorker.Activity report(WorkWorker.Report state) {
        try {
            return state.report(done, failures);
        } catch (EffectDeniedException denied) {
            return state.alive();
        }
    }
}
