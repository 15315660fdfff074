package dev.parley.sessions.message;

import java.io.Serial;

/** Nobody reads a letter: no session has registered for its type, or the one that had does not any more. */
public final class NotDeliveredException extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1;

    /** Says why. */
    public NotDeliveredException(String problem) {
        super(problem);
    }
}
