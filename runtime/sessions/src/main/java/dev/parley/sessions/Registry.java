package dev.parley.sessions;

import dev.parley.sessions.event.SessionEvent.LimitReached;
import dev.parley.sessions.live.LiveSession;
import dev.parley.sessions.model.LimitReachedException;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The sessions that are run here, ended ones until they are cleaned up. */
final class Registry {

    private final ConcurrentMap<String, SessionHandle> sessions = new ConcurrentHashMap<>();
    private final Quota quota;

    Registry(Quota quota) {
        this.quota = quota;
    }

    Quota quota() {
        return quota;
    }

    /** Counts a session as another owner's, or tells that there may be no more. */
    void move(LiveSession session, String owner) {
        try {
            quota.move(session.id(), owner);
        } catch (LimitReachedException e) {
            session.tell(stamp -> new LimitReached(stamp, e.limit(), e.most()));
            throw e;
        }
    }

    void add(SessionHandle session) {
        sessions.put(session.id(), session);
    }

    Optional<SessionHandle> find(String id) {
        return Optional.ofNullable(sessions.get(id));
    }

    /** Returns a view that follows the sessions. */
    Collection<SessionHandle> all() {
        return Collections.unmodifiableCollection(sessions.values());
    }

    /** Forgets a session, and returns whether it was there. */
    boolean remove(SessionHandle session) {
        boolean removed = sessions.remove(session.id(), session);
        if (removed) {
            quota.release(session.id());
        }
        return removed;
    }
}
