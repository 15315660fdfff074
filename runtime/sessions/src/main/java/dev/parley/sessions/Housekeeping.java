package dev.parley.sessions;

import dev.parley.sessions.config.ManagerOptions;
import dev.parley.sessions.event.SessionEvent.Failed;
import dev.parley.sessions.live.Host;
import dev.parley.sessions.live.LiveSession;
import dev.parley.sessions.store.StaleClaimException;
import dev.parley.sessions.store.UnknownSessionException;
import dev.parley.sessions.time.Periodic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a manager does from time to time: says that its node is alive, saves what is unsaved, cleans up what has ended, checks health, and takes
 * snapshots of the figures.
 */
final class Housekeeping {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    /** A lease is renewed this many times before it would lapse. */
    private static final int RENEWALS = 3;

    private final Host host;
    private final Registry registry;
    private final Reports reports;
    private final List<Periodic> work = new ArrayList<>();

    /** When the lease was last renewed; written by one renewal after the other. */
    private volatile Instant renewed;

    Housekeeping(Host host, Registry registry, Reports reports) {
        this.host = host;
        this.registry = registry;
        this.reports = reports;
        this.renewed = host.time().instant();
    }

    void begin() {
        ManagerOptions options = host.options();
        renew();
        every(interval(), "renew its lease", this::renew);
        every(
                options.autosaveInterval(),
                "save its sessions",
                () -> each("be saved", session -> write(session, LiveSession::save)));
        every(options.cleanupInterval(), "clean up", () -> each("be cleaned up", SessionHandle::cleanUp));
        if (options.healthChecks()) {
            every(
                    options.healthInterval(),
                    "check health",
                    () -> each("be checked", session -> session.vitals().check()));
        }
        if (options.metrics()) {
            reports.takeSnapshot();
            every(options.metricsInterval(), "take a snapshot of its figures", reports::takeSnapshot);
        }
    }

    /** Writes a session, or stops it if another node has taken it over: what it does here would be lost. */
    private void write(SessionHandle session, Consumer<LiveSession> writing) {
        try {
            writing.accept(session.live());
        } catch (StaleClaimException | UnknownSessionException e) {
            LOG.debug("{}", session, e);
        }
        if (session.live().isOvertaken() && registry.remove(session)) {
            session.stop();
            session.live().tell(stamp -> new Failed(stamp, "another node has taken the session over"));
        }
    }

    private Duration interval() {
        return host.options().lease().dividedBy(RENEWALS);
    }

    /** Where a renewal was missed, others may have taken sessions over since: what they have is stopped, and not only when it is written next. */
    private void renew() {
        Instant now = host.time().instant();
        host.store().renew(host.options().node(), now.plus(host.options().lease()));
        if (now.isAfter(renewed.plus(interval()))) {
            stopOvertaken();
        }
        renewed = now;
    }

    private void stopOvertaken() {
        List<SessionHandle> running = registry.all().stream()
                .filter(session -> session.now().isLive())
                .toList();
        Set<String> ours = Set.copyOf(host.store().managedBy(host.options().node()));
        running.stream()
                .filter(session -> !ours.contains(session.id()))
                .forEach(session -> attempt(
                        "The session " + session.id(), "be confirmed", () -> write(session, LiveSession::confirm)));
    }

    private void every(Duration period, String what, Runnable action) {
        work.add(Periodic.start(host.time(), period, host.executor(), () -> attempt("The manager", what, action)));
    }

    private void each(String what, Consumer<SessionHandle> action) {
        registry.all().forEach(session -> attempt("The session " + session.id(), what, () -> action.accept(session)));
    }

    /** Nobody waits for what is done here; one failure must not keep others from being tried, now or the next time. */
    @SuppressWarnings("CatchingUnchecked")
    private static void attempt(String who, String what, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.warn("{} could not {}", who, what, e);
        }
    }

    /** Ends all that sessions do here; in the store they are as they are. */
    void end() {
        work.forEach(Periodic::cancel);
        each("be stopped", session -> {
            session.stop();
            session.live().save();
        });
    }
}
