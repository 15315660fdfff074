package dev.parley.sessions.live;

import dev.parley.sessions.event.Telling;
import dev.parley.sessions.model.ManagedSession;
import java.util.List;

/**
 * What becomes of a session, and what is told of it.
 *
 * @param session what it becomes
 * @param events what is told, in order, once it has become that
 */
public record Changed(ManagedSession session, List<Telling> events) {

    /** Copies the events. */
    public Changed {
        events = List.copyOf(events);
    }

    /** Returns a change that is told by some events. */
    public static Changed to(ManagedSession session, Telling... events) {
        return new Changed(session, List.of(events));
    }
}
