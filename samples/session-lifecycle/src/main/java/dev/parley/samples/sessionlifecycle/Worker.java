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
        WorkWorker.Create create = start.receive();
        if (busy) {
            create.decline("busy");
            return;
        }
        WorkWorker.Activation.Received received = create.join(name).receive();
        if (received instanceof WorkWorker.Abandon abandon) {
            abandon.release();
        } else if (received instanceof WorkWorker.Activate active) {
            work(active);
        }
    }

    private void work(WorkWorker.Activity start) {
        WorkWorker.Activity.Received received = start.receive();
        while (true) {
            if (received instanceof WorkWorker.Broadcast task) {
                received = execute(task.text(), task);
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

    private WorkWorker.Activity.Received execute(String first, WorkWorker.Execution start) {
        WorkWorker.Execution execution = start;
        String text = first;
        while (true) {
            int words;
            try {
                words = counter.count(text);
            } catch (Exception e) {
                failures++;
                WorkWorker.BeforeSkip.Received received =
                        execution.failed(String.valueOf(e.getMessage())).receive();
                if (received instanceof WorkWorker.Restored restored) {
                    done = restored.done();
                    text = restored.text();
                    execution = restored;
                    continue;
                }
                return ((WorkWorker.Skip) received).skipped().receive();
            }
            done++;
            return execution.done(words).receive();
        }
    }

    private WorkWorker.Activity report(WorkWorker.Report state) {
        try {
            return state.report(done, failures);
        } catch (EffectDeniedException denied) {
            return state.alive();
        }
    }
}
