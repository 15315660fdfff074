package dev.parley.sessions.store;

import java.io.Serial;

/** What is kept of a session cannot be read. */
public final class CorruptSessionException extends StoreException {

    @Serial
    private static final long serialVersionUID = 1;

    CorruptSessionException(String id, Throwable cause) {
        super(
                "What is kept of the session " + id + " cannot be read: " + cause.getMessage()
                        + ". Restore it from a backup, or delete its row.",
                cause);
    }
}
