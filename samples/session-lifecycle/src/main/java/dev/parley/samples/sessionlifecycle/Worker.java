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
    void work(WorkWorker.Initiation start) {
        answer(start.receive());
    }

    /** Goes on where the session's journal ends; what it was about to do it does now. */
    void resume(WorkWorker.Resumed at) {
        at.match(
                initiation -> run(() -> work(initiation)),
                create -> run(() -> answer(create)),
                activation -> run(() -> begin(activation.receive())),
                activate -> run(() -> begin(activate)),
                abandon -> run(abandon::release),
                activity -> run(() -> work(activity.receive())),
                broadcast -> run(() -> work(broadcast)),
                status -> run(() -> work(status)),
                end -> run(() -> work(end)),
                beforeSkip -> run(() -> work(recovered(beforeSkip.receive()))),
                skip -> run(() -> work(recovered(skip))),
                restored -> run(() -> work(recovered(restored))),
                ended -> true);
    }

    private static boolean run(Runnable rest) {
        rest.run();
        return true;
    }

    private void answer(WorkWorker.Create create) {
        if (busy) {
            create.decline("busy");
        } else {
            begin(create.join(name).receive());
        }
    }

    private void begin(WorkWorker.Activation.Received received) {
        if (received instanceof WorkWorker.Abandon abandon) {
            abandon.release();
        } else if (received instanceof WorkWorker.Activate active) {
            work(active.receive());
        }
    }

    private void work(WorkWorker.Activity.Received first) {
        WorkWorker.Activity.Received received = first;
        while (true) {
            if (received instanceof WorkWorker.Broadcast task) {
                received = execute(task.task(), task.text(), task);
            } else if (received instanceof WorkWorker.Status status) {
                received = report(status).receive();
            } else if (received instanceof WorkWorker.End end) {
                end.release();
                return;
            } else if (received instanceof WorkWorker.Abandon abandon) {
                abandon.release();
                return;
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
