package dev.parley.sessions.figures;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How much of a kind was done, at what success, and how long it took. Immutable.
 *
 * @param number how much, failures among it, 0 or more
 * @param errors how much of that has failed
 * @param took how long all of that took together
 */
public record Count(long number, long errors, Duration took) {

    /** Nothing. */
    public static final Count NONE = new Count(0, 0, Duration.ZERO);

    /** Returns this and another together. */
    public Count plus(Count other) {
        return new Count(number + other.number, errors + other.errors, took.plus(other.took));
    }

    /** Returns what was added since an earlier count. */
    public Count since(Count earlier) {
        return new Count(number - earlier.number, errors - earlier.errors, took.minus(earlier.took));
    }

    /** Returns how long one took on average; empty where there was none. */
    public Optional<Duration> average() {
        return number == 0 ? Optional.empty() : Optional.of(took.dividedBy(number));
    }

    /** Returns which part has failed, 0 to 1; empty where there was nothing that could. */
    public OptionalDouble errorRate() {
        return number == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) errors / number);
    }
}
