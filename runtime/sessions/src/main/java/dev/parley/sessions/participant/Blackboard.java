package dev.parley.sessions.participant;

import dev.parley.sessions.event.SessionEvent.ContextChanged;
import dev.parley.sessions.event.Telling;
import dev.parley.sessions.live.Changed;
import dev.parley.sessions.live.LiveSession;
import dev.parley.sessions.model.ContextConflictException;
import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.SharedContext;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What the participants of a session share. Whoever writes says which version they have seen. Safe for use by many threads. */
public final class Blackboard {

    private final LiveSession live;

    /** Creates the blackboard of a session. */
    public Blackboard(LiveSession live) {
        this.live = live;
    }

    /** Returns all that is shared at the moment. */
    public SharedContext now() {
        return live.now().work().context();
    }

    /** Returns an entry. */
    public Optional<SharedContext.Entry> get(String key) {
        return now().get(key);
    }

    /**
     * Writes an entry.
     *
     * @param key its key
     * @param value what it becomes
     * @param seen the version that the writer has seen; {@link SharedContext#ABSENT} if there was none
     * @return its version now
     * @throws ContextConflictException if the entry has another version
     * @throws dev.parley.sessions.live.ObserverException if the session only observes
     * @throws dev.parley.sessions.live.NotActiveException if the session is not active
     */
    public long put(String key, String value, long seen) {
        long[] version = new long[1];
        change(key, context -> {
            SharedContext written = context.put(key, value, seen);
            version[0] = written.version();
            return written;
        });
        return version[0];
    }

    /**
     * Removes an entry.
     *
     * @param key its key
     * @param seen the version that the writer has seen
     * @throws ContextConflictException if the entry has another version
     * @throws dev.parley.sessions.live.ObserverException if the session only observes
     * @throws dev.parley.sessions.live.NotActiveException if the session is not active
     */
    public void remove(String key, long seen) {
        change(key, context -> context.remove(key, seen));
    }

    private void change(String key, UnaryOperator<SharedContext> change) {
        live.change((session, at) -> {
            LiveSession.checkMayAct(session);
            return changed(session, at, key, change.apply(session.work().context()));
        });
    }

    private static Changed changed(ManagedSession session, Instant at, String key, SharedContext context) {
        Telling told = stamp -> new ContextChanged(stamp, key, context.get(key));
        ManagedSession active = session.toBuilder().lastActivity(at).build();
        return Changed.to(active.with(active.work().with(context)), told);
    }
}
