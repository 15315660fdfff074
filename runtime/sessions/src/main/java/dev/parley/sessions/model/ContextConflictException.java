package dev.parley.sessions.model;

import java.io.Serial;

/** Somebody else has written an entry of a shared context since it was read. */
public final class ContextConflictException extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1;

    private final long actual;

    ContextConflictException(String key, long seen, long actual) {
        super("The entry " + key + " of the shared context has version " + actual + " by now, not " + seen
                + ": somebody else has written it. Read it again, and decide anew.");
        this.actual = actual;
    }

    /** Returns the version that the entry has. */
    public long actual() {
        return actual;
    }
}
