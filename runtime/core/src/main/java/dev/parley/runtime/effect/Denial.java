package dev.parley.runtime.effect;

import java.io.Serializable;

/**
 * Why a guarded message may not leave.
 *
 * @param kind what failed
 * @param reason what is missing, in words
 * @param advice what would let it leave, in words
 */
public record Denial(Kind kind, String reason, String advice) implements Serializable {

    /** What can fail, in the order in which it is tried. */
    public enum Kind {
        /** The sender lacks the capability. */
        CAPABILITY,
        /** The sender's flow budget for a receiver is missing or spent. */
        BUDGET,
        /** The fact could not be recorded. */
        JOURNAL
    }
}
