package dev.parley.sessions.store;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A store cannot be reached, does not work, or refuses what it is asked. */
public class StoreException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    StoreException(String problem, @Nullable Throwable cause) {
        super(problem, cause);
    }
}
