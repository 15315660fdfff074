package dev.parley.sessions.model;

import java.time.Duration;

/**
 * How often something is tried again, and after which time.
 *
 * @param retries how often at most, after the first time; 0 or more
 * @param delay how long before the first retry
 * @param backoff how the delay grows
 * @param atMost the longest delay
 * @param jitter which part of a delay is left to chance, 0 for none to 1 for all of it: many that fail together do not come again together
 *     (Brooker, "Exponential Backoff And Jitter", 2015)
 */
public record Retry(int retries, Duration delay, Backoff backoff, Duration atMost, double jitter) {

    /** No second time. */
    public static final Retry NEVER = new Retry(0, Duration.ZERO, Backoff.LINEAR, Duration.ZERO, 0);

    /** How a delay grows. */
    public enum Backoff {
        /** By the first delay each time: 1 s, 2 s, 3 s. */
        LINEAR,
        /** By twice as much each time: 1 s, 2 s, 4 s. */
        EXPONENTIAL
    }

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a number or duration is negative, or the jitter is not from 0 to 1
     */
    public Retry {
        if (retries < 0 || delay.isNegative() || atMost.isNegative() || !(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("There are " + retries + " retries after " + delay + ", at most "
                    + atMost + ", with jitter " + jitter + "; none may be negative, and jitter is at most 1.");
        }
    }

    /**
     * Returns retries after delays that grow linearly up to an hour, without jitter.
     *
     * @param retries how often at most
     * @param delay how long before the first
     */
    public static Retry linear(int retries, Duration delay) {
        return new Retry(retries, delay, Backoff.LINEAR, Duration.ofHours(1), 0);
    }

    /**
     * Returns retries after delays that double each time up to an hour, without jitter.
     *
     * @param retries how often at most
     * @param delay how long before the first
     */
    public static Retry exponential(int retries, Duration delay) {
        return new Retry(retries, delay, Backoff.EXPONENTIAL, Duration.ofHours(1), 0);
    }

    /** Returns the same with a part of each delay left to chance. */
    public Retry jitter(double part) {
        return new Retry(retries, delay, backoff, atMost, part);
    }

    /** Returns the same with another longest delay. */
    public Retry atMost(Duration longest) {
        return new Retry(retries, delay, backoff, longest, jitter);
    }

    /**
     * Returns how long to wait before a retry.
     *
     * @param retry which, 1 for the first
     * @param chance a number from 0 to 1: 1 gives the whole delay, 0 what is left of it without the jitter
     */
    public Duration before(int retry, double chance) {
        double factor = backoff == Backoff.LINEAR ? retry : Math.pow(2, retry - 1.0);
        double nanos = Math.min(factor * (double) delay.toNanos(), (double) atMost.toNanos());
        return Duration.ofNanos((long) (nanos * (1 - jitter * (1 - chance))));
    }
}
