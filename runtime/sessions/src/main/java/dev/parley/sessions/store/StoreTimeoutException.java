package dev.parley.sessions.store;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A store took longer than its options allow: it is slow, or somebody holds what was asked for. Trying again may help. */
public final class StoreTimeoutException extends StoreException {

    @Serial
    private static final long serialVersionUID = 1;

    StoreTimeoutException(String problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
