package dev.parley.sessions.micrometer;

import dev.parley.sessions.SessionManager;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Shows what a session manager counts as meters. The counters are the manager's own, so nothing is done for a message beyond what the manager does anyway;
 * the gauges show its last {@linkplain SessionManager#snapshot snapshot}. Of a manager whose metrics are switched off there are no meters.
 *
 * <pre>{@code
 * try (SessionMetrics metrics = SessionMetrics.of(manager)) {
 *     metrics.bindTo(registry);
 *     ...
 * }
 * }</pre>
 *
 * <p>There are as many meters as there are kinds, statuses and levels of health, however many sessions there are. With {@link #perSession} there are some
 * for each session, too, until it ends. Safe for use by many threads.
 */
public final class SessionMetrics implements MeterBinder, AutoCloseable {

    private final SessionManager manager;
    private final Tags tags;
    private final boolean perSession;
    /** What removes what was bound. */
    private final Queue<Runnable> bound = new ConcurrentLinkedQueue<>();

    private SessionMetrics(SessionManager manager, Tags tags, boolean perSession) {
        this.manager = manager;
        this.tags = tags;
        this.perSession = perSession;
    }

    /** Returns the meters of a manager, not bound yet. */
    public static SessionMetrics of(SessionManager manager) {
        return new SessionMetrics(manager, Tags.empty(), false);
    }

    /** Returns the same meters with more tags, such as the node's name; what was bound before stays with this one. */
    public SessionMetrics tags(Iterable<Tag> more) {
        return new SessionMetrics(manager, tags.and(more), perSession);
    }

    /**
     * Returns the same meters and some for each session, which have the session's id as a tag. For managers with few sessions: each of them makes several
     * time series, which most systems keep long after the session.
     */
    public SessionMetrics perSession() {
        return new SessionMetrics(manager, tags, true);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        if (manager.snapshot().isEmpty()) {
            return;
        }
        Registered registered = new Registered(registry);
        new ManagerMeters(manager, tags).register(registered);
        bound.add(registered::remove);
        if (perSession) {
            bound.add(SessionMeters.follow(manager, tags, registry)::remove);
        }
    }

    /** Removes the meters from the registries that they were bound to. */
    @Override
    public void close() {
        for (Runnable next = bound.poll(); next != null; next = bound.poll()) {
            next.run();
        }
    }
}
