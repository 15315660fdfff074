package dev.parley.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Where a role stands whose handler has failed: a ghost plays on for it.
 *
 * @param <H> the role's handler
 */
final class Haunted<H> extends NextState<H> {

    private final Session session;
    private final Ghost ghost;
    private final HandlerException cause;

    Haunted(Session session, Ghost ghost, HandlerException cause) {
        this.session = session;
        this.ghost = ghost;
        this.cause = cause;
    }

    @Override
    protected @Nullable NextState<H> handle(H handler) {
        if (!ghost.advance()) {
            return null;
        }
        if (!ghost.hasSurvived()) {
            session.fault(cause);
            return null;
        }
        return this;
    }

    @Override
    protected boolean isStateOf(EventEndpoint<H> role) {
        return false;
    }
}
