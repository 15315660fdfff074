package dev.parley.runtime;

import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A namespace of sessions: hands out ids, finds sessions by id, and forgets a session when it ends. Safe for use by many threads.
 */
public final class SessionTable {

    private static final SessionTable SHARED = new SessionTable();

    private final AtomicLong opened = new AtomicLong();

    /**
     * The sessions by the hashes of their ids, a power of two of chains. A session has its link in itself, as there may be very many that
     * do nothing but wait. Guarded by this.
     */
    private @Nullable Session[] chains = new Session[16];

    private int size;

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
    public synchronized Optional<Session> find(String id) {
        for (Session each = chains[chain(id)]; each != null; each = each.nextInTable()) {
            if (each.id().equals(id)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Returns the sessions that have not ended, as a view that follows them; an iterator gives those that had not when it was made. */
    public Collection<Session> sessions() {
        return new AbstractCollection<>() {

            @Override
            public Iterator<Session> iterator() {
                return Collections.unmodifiableList(all()).iterator();
            }

            @Override
            public int size() {
                return SessionTable.this.size();
            }
        };
    }

    private synchronized List<Session> all() {
        List<Session> all = new ArrayList<>(size);
        for (Session first : chains) {
            for (Session each = first; each != null; each = each.nextInTable()) {
                all.add(each);
            }
        }
        return all;
    }

    private synchronized int size() {
        return size;
    }

    /** Returns a number that was not handed out before, for the id of a session that has none. */
    long nextNumber() {
        return opened.incrementAndGet();
    }

    /** Enters a session, unless its id is taken. */
    synchronized boolean enter(Session session) {
        if (find(session.id()).isPresent()) {
            return false;
        }
        if (size == chains.length) {
            List<Session> all = all();
            chains = new Session[2 * chains.length];
            all.forEach(this::link);
        }
        link(session);
        size++;
        return true;
    }

    private void link(Session session) {
        int chain = chain(session.id());
        session.nextInTable(chains[chain]);
        chains[chain] = session;
    }

    synchronized void release(Session session) {
        int chain = chain(session.id());
        Session before = null;
        for (Session each = chains[chain]; each != null; each = each.nextInTable()) {
            if (each == session) {
                if (before == null) {
                    chains[chain] = session.nextInTable();
                } else {
                    before.nextInTable(session.nextInTable());
                }
                size--;
                return;
            }
            before = each;
        }
    }

    private int chain(String id) {
        int hash = id.hashCode();
        return (hash ^ hash >>> 16) & (chains.length - 1);
    }
}
