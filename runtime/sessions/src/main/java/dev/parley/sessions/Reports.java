package dev.parley.sessions;

import dev.parley.sessions.figures.Performance;
import dev.parley.sessions.figures.SessionStatistics;
import dev.parley.sessions.figures.Tally;
import dev.parley.sessions.figures.Window;
import dev.parley.sessions.health.Report;
import dev.parley.sessions.live.Host;
import dev.parley.sessions.model.ManagedSession;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;

/** What the sessions that are run here are and do, together. */
final class Reports {

    private final Host host;
    private final Registry registry;
    private volatile Window recent;
    private volatile Optional<Report> snapshot = Optional.empty();

    Reports(Host host, Registry registry) {
        this.host = host;
        this.registry = registry;
        this.recent = Window.from(now(), Tally.NONE);
    }

    private Instant now() {
        return host.time().instant();
    }

    SessionStatistics statistics() {
        return statistics(registry.all().stream().map(SessionHandle::now).toList());
    }

    SessionStatistics statistics(Collection<ManagedSession> sessions) {
        return SessionStatistics.of(sessions, now());
    }

    /** Returns what all sessions did, those that were cleaned up included. */
    Performance performance() {
        return recent.until(now(), host.meter().tally());
    }

    /** Has the windows move on, and keeps how all are doing now. */
    void takeSnapshot() {
        recent = recent.turn(now(), host.meter().tally());
        registry.all().forEach(session -> session.vitals().turn());
        snapshot = Optional.of(ofAll());
    }

    Optional<Report> snapshot() {
        return snapshot;
    }

    Report ofAll() {
        return of(session -> true).with(performance());
    }

    Report ofOwner(String owner) {
        return of(session -> session.now().owner().equals(owner));
    }

    private Report of(Predicate<SessionHandle> which) {
        return Report.of(
                registry.all().stream().filter(which).map(SessionHandle::report).toList(), now());
    }
}
