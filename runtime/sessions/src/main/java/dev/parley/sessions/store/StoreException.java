package dev.parley.sessions.store;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A store cannot be reached, does not work, or refuses what it is asked. */
public class StoreException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /**
     * For stores to throw.
     *
     * @param problem what could not be done, where, and what to do
     * @param cause what the store complained of; null if nobody did
     */
    public StoreException(String problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
