package dev.parley.sessions.store;

import java.io.Serial;

/** A store cannot be reached, or was lost on the way. Its message says whether something may have changed; trying again may help. */
public final class StoreUnavailableException extends StoreException {

    @Serial
    private static final long serialVersionUID = 1;

    StoreUnavailableException(String problem, Throwable cause) {
        super(problem, cause);
    }
}
