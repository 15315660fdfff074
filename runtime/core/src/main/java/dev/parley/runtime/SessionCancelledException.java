package dev.parley.runtime;

import org.jspecify.annotations.Nullable;

/** The session was cancelled, or a failure ended it; that failure is the {@linkplain #getCause() cause}. */
public final class SessionCancelledException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what has happened
     * @param cause the failure; null where the session was cancelled
     */
    public SessionCancelledException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
