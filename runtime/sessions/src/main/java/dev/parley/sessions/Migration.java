package dev.parley.sessions;

import dev.parley.sessions.event.SessionEvent.Migrated;
import dev.parley.sessions.store.Claim;
import dev.parley.sessions.store.SessionStore;

/**
 * Moves a session from one manager to another by way of the store: it is saved, the store says that the other node manages it, it is stopped here, and the other takes it.
 * Until the store says so nothing has happened; if the other does not take it then, the store is told the opposite, and it goes on here.
 */
final class Migration {

    private final SessionManager from;
    private final SessionManager to;

    Migration(SessionManager from, SessionManager to) {
        this.from = from;
        this.to = to;
    }

    SessionHandle move(SessionHandle session) {
        SessionStore store = from.host().store();
        String node = to.host().options().node();
        session.live().save();
        Claim theirs = store.handOver(session.id(), node, session.live().claim());
        from.leave(session);
        try {
            SessionHandle moved = to.take(session.id(), theirs);
            session.live().tell(stamp -> new Migrated(stamp, node));
            return moved;
        } catch (RuntimeException e) {
            Claim ours = store.handOver(session.id(), from.host().options().node(), theirs);
            from.take(session.id(), ours);
            throw e;
        }
    }
}
