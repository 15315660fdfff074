package dev.parley.sessions.store;

import java.io.Serial;

/** A store can be read and not written. */
public final class StoreReadOnlyException extends StoreException {

    @Serial
    private static final long serialVersionUID = 1;

    /**
     * For stores to throw.
     *
     * @param problem what could not be done, where, and what to do
     * @param cause what the store complained of
     */
    public StoreReadOnlyException(String problem, Throwable cause) {
        super(problem, cause);
    }
}
