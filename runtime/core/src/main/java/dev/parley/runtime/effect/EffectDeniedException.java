package dev.parley.runtime.effect;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A guarded message may not leave. Nothing was charged, recorded or sent to anybody, and its sender is in the state it was in: it may try
 * again, or do something else. Where the fact could not be recorded, the session has failed.
 */
public final class EffectDeniedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final Denial denial;

    /**
     * Creates the exception.
     *
     * @param message what was not sent
     * @param denial why
     * @param cause what stands behind it, if something does
     */
    public EffectDeniedException(GuardedMessage message, Denial denial, @Nullable Throwable cause) {
        super(message + " was not sent: " + denial.reason() + ". " + denial.advice() + ".", cause);
        this.denial = denial;
    }

    /** Returns why. */
    public Denial denial() {
        return denial;
    }
}
