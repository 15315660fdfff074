package dev.parley.sessions;

import dev.parley.sessions.config.ManagerOptions;
import dev.parley.sessions.event.SessionEvent.Failed;
import dev.parley.sessions.live.Host;
import dev.parley.sessions.store.StaleClaimException;
import dev.parley.sessions.time.Periodic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    Housekeeping(Host host, Registry registry, Reports reports) {
        this.host = host;
        this.registry = registry;
        this.reports = reports;
    }

    void begin() {
        ManagerOptions options = host.options();
        renew();
        every(options.lease().dividedBy(RENEWALS), "renew its lease", this::renew);
        every(options.autosaveInterval(), "save its sessions", () -> each("be saved", this::save));
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

    /** Saves a session, or stops it if another node has taken it over: what it does here would be lost. */
    private void save(SessionHandle session) {
        try {
            session.live().save();
        } catch (StaleClaimException e) {
            LOG.debug("{}", session, e);
        }
        if (session.live().isOvertaken() && registry.remove(session)) {
            session.stop();
            session.live().tell(stamp -> new Failed(stamp, "another node has taken the session over"));
        }
    }

    private void renew() {
        host.store()
                .renew(
                        host.options().node(),
                        host.time().instant().plus(host.options().lease()));
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
