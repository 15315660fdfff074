package dev.parley.sessions.store;

import java.io.Serial;

/** A store's file is damaged, or is no database at all. */
public final class CorruptStoreException extends StoreException {

    @Serial
    private static final long serialVersionUID = 1;

    CorruptStoreException(String problem, Throwable cause) {
        super(problem, cause);
    }
}
