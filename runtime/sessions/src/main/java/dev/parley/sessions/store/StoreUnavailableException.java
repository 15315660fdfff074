package dev.parley.sessions.store;

import java.io.Serial;

/** A store cannot be reached, or was lost on the way. Its message says whether something may have changed; trying again may help. */
public final class StoreUnavailableException extends StoreException {

    @Serial
    private static final long serialVersionUID = 1;

    /**
     * For stores to throw.
     *
     * @param problem what could not be done, where, and what to do
     * @param cause what the store complained of
     */
    public StoreUnavailableException(String problem, Throwable cause) {
        super(problem, cause);
    }
}
