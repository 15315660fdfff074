package dev.parley.runtime.effect;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A guarded message may not leave. Nothing was charged, recorded or sent, and its sender is in the state it was in. */
public final class EffectDeniedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final Denial denial;

    /**
     * Creates the exception.
     *
     * @param denial why
     * @param cause what stands behind it, if something does
     */
    public EffectDeniedException(Denial denial, @Nullable Throwable cause) {
        super("The message was not sent: " + denial.reason() + ".", cause);
        this.denial = denial;
    }

    /** Returns why. */
    public Denial denial() {
        return denial;
    }
}
