package dev.parley.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Where a role stands between two calls of its handler: in a state that waits for a message, or at its end. What generated states
 * extend; a {@link Reactor} uses it.
 *
 * @param <H> the role's handler
 */
public abstract class NextState<H> {

    /** Creates a state; for generated code only. */
    protected NextState() {}

    /**
     * Gives the next message to the handler's method for it. An end has none.
     *
     * @param handler the handler
     * @return where the role stands then, or null if no message is there
     * @throws Exception what the handler throws
     */
    protected @Nullable NextState<H> handle(H handler) throws Exception {
        return null;
    }

    /** Returns whether a role stands here: not another role, nor the same one earlier. */
    protected abstract boolean isStateOf(EventEndpoint<H> role);
}
