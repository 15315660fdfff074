package dev.parley.runtime;

import java.time.Duration;

/** Durations on the clock of {@link System#nanoTime}. */
final class Deadlines {

    private Deadlines() {}

    /** Returns a duration in nanoseconds, no more than half of what the clock can tell apart. */
    static long nanos(Duration duration) {
        try {
            return Math.min(duration.toNanos(), Long.MAX_VALUE / 2);
        } catch (ArithmeticException e) {
            return duration.isNegative() ? 0 : Long.MAX_VALUE / 2;
        }
    }
}
