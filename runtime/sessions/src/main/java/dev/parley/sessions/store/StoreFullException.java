package dev.parley.sessions.store;

import java.io.Serial;

/** A store has no room left. It works again when there is some. */
public final class StoreFullException extends StoreException {

    @Serial
    private static final long serialVersionUID = 1;

    StoreFullException(String problem, Throwable cause) {
        super(problem, cause);
    }
}
