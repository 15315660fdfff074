package dev.parley.sessions.figures;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/**
 * How much was done, how fast, and at what success. Immutable.
 *
 * @param total what was done in all
 * @param recent what of that was done in the window
 * @param window how long the window is that ends now, 0 or more
 */
public record Performance(Tally total, Tally recent, Duration window) {

    /** Nothing, for no time. */
    public static final Performance NONE = new Performance(Tally.NONE, Tally.NONE, Duration.ZERO);

    /** Returns this and another together, over the longer of the two windows. */
    public Performance plus(Performance other) {
        return new Performance(
                total.plus(other.total),
                recent.plus(other.recent),
                window.compareTo(other.window) < 0 ? other.window : window);
    }

    /** Returns how many messages were processed. */
    public long messagesProcessed() {
        return total.messages().number();
    }

    /** Returns how long a message or a task took on average, of all; empty where there was none. */
    public Optional<Duration> averageResponseTime() {
        return total.all().average();
    }

    /** Returns which part of all messages and tasks has failed, 0 to 1; empty where there was none. */
    public OptionalDouble errorRate() {
        return total.all().errorRate();
    }

    /** Returns how many messages and tasks a second were processed in the window; empty if it has just begun. */
    public OptionalDouble throughput() {
        return window.isZero() || window.isNegative()
                ? OptionalDouble.empty()
                : OptionalDouble.of(recent.all().number() * (double) TimeUnit.SECONDS.toNanos(1) / window.toNanos());
    }
}
