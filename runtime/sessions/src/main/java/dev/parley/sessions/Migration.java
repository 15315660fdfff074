package dev.parley.sessions;

import dev.parley.sessions.event.SessionEvent.Migrated;
import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.store.Claim;
import dev.parley.sessions.store.SessionStore;

/**
 * Moves a session from one manager to another by way of the store: the other makes room for it, it is saved, the store says that the other node manages it, it is stopped here, and the
 * other runs it. Until the store says so nothing has happened; if the other cannot run it then, the store is told the opposite, and it goes on here.
 */
final class Migration {

    private final SessionManager from;
    private final SessionManager to;
    private final SessionStore store;

    Migration(SessionManager from, SessionManager to) {
        this.from = from;
        this.to = to;
        this.store = from.host().store();
    }

    SessionHandle move(SessionHandle session) {
        if (from == to) {
            return session; // it is there
        }
        to.intake().reserve(session.now());
        try {
            session.live().save();
            Claim theirs = store.handOver(session.id(), node(to), session.live().claim());
            from.intake().leave(session);
            SessionHandle moved = runThere(session.now(), theirs);
            session.live().tell(stamp -> new Migrated(stamp, node(to)));
            return moved;
        } catch (RuntimeException e) {
            to.intake().release(session.id());
            throw e;
        }
    }

    private SessionHandle runThere(ManagedSession session, Claim theirs) {
        try {
            return to.intake().goOn(load(to, session.id()), theirs);
        } catch (RuntimeException e) {
            from.intake().keepRoom(session);
            Claim ours = store.handOver(session.id(), node(from), theirs);
            from.intake().goOn(load(from, session.id()), ours);
            throw e;
        }
    }

    private static ManagedSession load(SessionManager manager, String id) {
        return manager.host().store().load(id).orElseThrow(() -> new NotRunHereException(id));
    }

    private static String node(SessionManager manager) {
        return manager.host().options().node();
    }
}
