package dev.parley.samples.managed.agents;

import java.io.Serial;

/** An agent cannot do what it was asked for. Another one may. */
public final class CannotException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /**
     * Creates one.
     *
     * @param why what it lacks
     */
    public CannotException(String why) {
        super(why);
    }
}
