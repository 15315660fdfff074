package dev.parley.sessions.live;

import dev.parley.sessions.model.ManagedSession;
import java.time.Instant;

/** How a session is changed. */
@FunctionalInterface
public interface Change {

    /**
     * Returns what becomes of a session. Called with the session's lock held, so it must be quick; what it throws is the caller's, and
     * nothing is changed then.
     *
     * @param session what it is
     * @param now the time
     */
    Changed of(ManagedSession session, Instant now);
}
