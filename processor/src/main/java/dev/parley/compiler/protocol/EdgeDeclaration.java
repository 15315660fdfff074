package dev.parley.compiler.protocol;

import dev.parley.compiler.diagnostic.Origin;

/**
 * The configuration of the buffer between one ordered pair of roles.
 *
 * @param from the sender
 * @param to the receiver
 * @param capacity how many messages it holds; 0 for what the compiler finds best
 * @param mode whether every message is kept
 * @param whenFull what happens to a message that finds it full
 * @param maxCapacity the limit of its growth; 0 where it does not grow
 * @param origin the annotation
 * @param capacityOrigin the value that gives the capacity, or the annotation
 * @param maxCapacityOrigin the value that gives the limit, or the annotation
 */
public record EdgeDeclaration(
        Reference from,
        Reference to,
        int capacity,
        Mode mode,
        WhenFull whenFull,
        int maxCapacity,
        Origin origin,
        Origin capacityOrigin,
        Origin maxCapacityOrigin) {

    /** What a buffer keeps. */
    public enum Mode {
        /** Every message in order. */
        FIFO,
        /** The latest message only. */
        LATEST_VALUE
    }

    /** What a full buffer does with one more message. */
    public enum WhenFull {
        /** Makes the sender wait. */
        BLOCK,
        /** Loses the message. */
        DROP,
        /** Faults the session. */
        ERROR,
        /** Grows, then makes the sender wait. */
        RESIZE
    }

    /** Returns whether messages on this edge may be lost. */
    public boolean lossy() {
        return mode == Mode.LATEST_VALUE || whenFull == WhenFull.DROP;
    }
}
