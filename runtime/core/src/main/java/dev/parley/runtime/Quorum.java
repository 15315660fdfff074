package dev.parley.runtime;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * When a message that is gathered from the members of a family is decided: when enough have sent one that counts, when there cannot be
 * enough any more, or when time is up, whichever is first. Immutable: each method returns a quorum that differs in one point.
 *
 * <pre>{@code
 * Quorum.<PollChair.Answer.Item>of(3).counting(answer -> answer.yes()).within(Duration.ofSeconds(5))
 * }</pre>
 *
 * @param <M> the message
 */
public final class Quorum<M> {

    /** Returned by {@link #needed} where all that are there are needed. */
    static final int ALL = -1;

    private final int needed;
    private final Predicate<? super M> counts;
    private final @Nullable Duration timeout;

    /** How it was decided. */
    public enum Outcome {
        /** Enough members have sent a message that counts. */
        REACHED,
        /** There are not enough members left who could. */
        IMPOSSIBLE,
        /** Neither was the case when time was up. */
        TIMED_OUT
    }

    private Quorum(int needed, Predicate<? super M> counts, @Nullable Duration timeout) {
        this.needed = needed;
        this.counts = counts;
        this.timeout = timeout;
    }

    /**
     * Returns a quorum of so many messages, whatever they say, that waits for ever.
     *
     * @param <M> the message
     * @param needed how many are needed, 1 or more
     */
    public static <M> Quorum<M> of(int needed) {
        if (needed < 1) {
            throw new IllegalArgumentException("The quorum is " + needed + "; it must be 1 or more.");
        }
        return new Quorum<>(needed, message -> true, null);
    }

    /**
     * Returns a quorum of all members that are there, which waits for ever.
     *
     * @param <M> the message
     */
    public static <M> Quorum<M> all() {
        return new Quorum<>(ALL, message -> true, null);
    }

    /**
     * Lets only some messages count.
     *
     * @param condition which; it can read the message until it returns
     */
    public Quorum<M> counting(Predicate<? super M> condition) {
        Objects.requireNonNull(condition, "condition");
        return new Quorum<>(needed, condition, timeout);
    }

    /**
     * Sets when time is up.
     *
     * @param atMost how long after the gathering has begun
     */
    public Quorum<M> within(Duration atMost) {
        Objects.requireNonNull(atMost, "atMost");
        return new Quorum<>(needed, counts, atMost);
    }

    int needed() {
        return needed;
    }

    @Nullable Duration timeout() {
        return timeout;
    }

    boolean counts(M message) {
        return counts.test(message);
    }
}
