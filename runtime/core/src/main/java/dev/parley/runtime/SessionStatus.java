package dev.parley.runtime;

/** Where a session is in its life. It only ever moves forward; the last three are ends. */
public enum SessionStatus {
    /** Everything is allowed. */
    ACTIVE,
    /** Nothing more may be sent; what was sent may be received. */
    DRAINING,
    /** Over: all that was sent has been received. */
    CLOSED,
    /** Given up by someone. */
    CANCELLED,
    /** Given up because of a failure. */
    FAULTED;

    /** Returns whether it is an end: nothing is allowed, and the session's id is free again. */
    public boolean isEnd() {
        return this != ACTIVE && this != DRAINING;
    }

    /** Returns whether a session may go from this status to another in one step. */
    public boolean mayBecome(SessionStatus next) {
        return switch (next) {
            case ACTIVE -> false;
            case DRAINING -> this == ACTIVE;
            case CLOSED -> this == DRAINING;
            case CANCELLED, FAULTED -> !isEnd();
        };
    }
}
