package dev.parley.runtime;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A namespace of sessions: hands out ids, finds sessions by id, and forgets a session when it ends. Safe for use by many threads.
 */
public final class SessionTable {

    private static final SessionTable SHARED = new SessionTable();

    private final ConcurrentMap<String, Session> sessions = new ConcurrentHashMap<>();
    private final AtomicLong opened = new AtomicLong();

    /** Creates an empty table. */
    public SessionTable() {}

    /** Returns the table of all sessions that are opened without naming another. */
    public static SessionTable shared() {
        return SHARED;
    }

    /**
     * Finds a session that has not ended.
     *
     * @param id its id
     */
    public Optional<Session> find(String id) {
        return Optional.ofNullable(sessions.get(id));
    }

    /** Returns the sessions that have not ended, as a view that follows them. */
    public Collection<Session> sessions() {
        return Collections.unmodifiableCollection(sessions.values());
    }

    /** Returns an id that was not handed out before, such as {@code Calculator-17}. */
    String nextId(String protocol) {
        return protocol + "-" + opened.incrementAndGet();
    }

    /** Enters a session, unless its id is taken. */
    boolean enter(Session session) {
        return sessions.putIfAbsent(session.id(), session) == null;
    }

    void release(Session session) {
        sessions.remove(session.id(), session);
    }
}
