package dev.parley.sessions.store;

import java.io.Serial;

/** A store's file is damaged, or is no database at all. */
public final class CorruptStoreException extends StoreException {

    @Serial
    private static final long serialVersionUID = 1;

    /**
     * For stores to throw.
     *
     * @param problem what could not be done, where, and what to do
     * @param cause what the store complained of
     */
    public CorruptStoreException(String problem, Throwable cause) {
        super(problem, cause);
    }
}
