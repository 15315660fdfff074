package dev.parley.runtime.journal;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A journal cannot do what it was asked to; its message says which journal, and why. */
public final class JournalException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /**
     * Creates the exception.
     *
     * @param message what cannot be done, and why
     * @param cause what stands behind it, if something does
     */
    public JournalException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
