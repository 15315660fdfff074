package dev.parley.sessions.model;

import java.util.EnumSet;
import java.util.Set;

/** How far a managed session has come. */
public enum ManagedStatus {
    /** It is being set up. */
    INITIALIZING,
    /** It works. */
    ACTIVE,
    /** It rests, and does nothing until it is resumed. */
    IDLE,
    /** It has done what it was for. */
    COMPLETED,
    /** It has failed. */
    ERROR,
    /** It was ended. */
    TERMINATED;

    /** Returns what may follow; nothing where this is the last. */
    public Set<ManagedStatus> next() {
        return switch (this) {
            case INITIALIZING -> EnumSet.of(ACTIVE, ERROR);
            case ACTIVE -> EnumSet.of(IDLE, COMPLETED, ERROR, TERMINATED);
            case IDLE -> EnumSet.of(ACTIVE, TERMINATED);
            case ERROR -> EnumSet.of(TERMINATED);
            case COMPLETED, TERMINATED -> EnumSet.noneOf(ManagedStatus.class);
        };
    }

    /** Returns whether nothing follows. */
    public boolean isFinal() {
        return next().isEmpty();
    }
}
