package dev.parley.samples.sessionlifecycle;

import java.util.List;

/**
 * What came of a session.
 *
 * @param ending how it ended
 * @param results how many tasks were done
 * @param words how many words the results count
 * @param skipped the tasks that were left out
 * @param reports what the worker said when it was asked
 */
public record Outcome(Ending ending, int results, long words, List<String> skipped, List<String> reports) {

    /** Copies the lists. */
    public Outcome {
        skipped = List.copyOf(skipped);
        reports = List.copyOf(reports);
    }

    /** How a session ends. */
    public enum Ending {
        /** The worker declined. */
        DECLINED,
        /** All tasks were done or left out. */
        ENDED,
        /** The budget was spent, or a right was missing. */
        ABANDONED
    }
}
