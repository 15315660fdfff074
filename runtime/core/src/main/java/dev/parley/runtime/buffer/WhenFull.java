package dev.parley.runtime.buffer;

/** What a full lane does with one more message. */
public enum WhenFull {
    /** Makes the sender wait. */
    BLOCK,
    /** Loses the message and counts it. */
    DROP,
    /** Faults the session. */
    ERROR,
    /** Grows up to its maximum, then makes the sender wait. */
    RESIZE
}
