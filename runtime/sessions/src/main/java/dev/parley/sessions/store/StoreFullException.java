package dev.parley.sessions.store;

import java.io.Serial;

/** A store has no room left. It works again when there is some. */
public final class StoreFullException extends StoreException {

    @Serial
    private static final long serialVersionUID = 1;

    /**
     * For stores to throw.
     *
     * @param problem what could not be done, where, and what to do
     * @param cause what the store complained of
     */
    public StoreFullException(String problem, Throwable cause) {
        super(problem, cause);
    }
}
