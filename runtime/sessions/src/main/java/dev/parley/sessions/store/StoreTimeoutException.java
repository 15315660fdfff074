package dev.parley.sessions.store;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A store took longer than its options allow: it is slow, or somebody holds what was asked for. Trying again may help. */
public final class StoreTimeoutException extends StoreException {

    @Serial
    private static final long serialVersionUID = 1;

    /**
     * For stores to throw.
     *
     * @param problem what could not be done, where, and what to do
     * @param cause what the store complained of; null if nobody did
     */
    public StoreTimeoutException(String problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
