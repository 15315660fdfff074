package dev.parley.sessions.store;

import java.io.Serial;

/** A store can be read and not written. */
public final class StoreReadOnlyException extends StoreException {

    @Serial
    private static final long serialVersionUID = 1;

    StoreReadOnlyException(String problem, Throwable cause) {
        super(problem, cause);
    }
}
