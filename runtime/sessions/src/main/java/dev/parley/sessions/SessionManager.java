package dev.parley.sessions;

import dev.parley.sessions.config.ManagerOptions;
import dev.parley.sessions.event.Listening;
import dev.parley.sessions.event.SessionEvent;
import dev.parley.sessions.event.SessionEvent.Cleaned;
import dev.parley.sessions.event.SessionEvent.Created;
import dev.parley.sessions.event.SessionEvent.Deleted;
import dev.parley.sessions.event.SessionEventListener;
import dev.parley.sessions.figures.Performance;
import dev.parley.sessions.figures.SessionStatistics;
import dev.parley.sessions.health.Report;
import dev.parley.sessions.health.SessionReport;
import dev.parley.sessions.live.Host;
import dev.parley.sessions.live.LiveSession;
import dev.parley.sessions.model.LimitReachedException;
import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.ManagedSessionBuilder;
import dev.parley.sessions.model.ManagedStatus;
import dev.parley.sessions.model.SessionKind;
import dev.parley.sessions.model.Work;
import dev.parley.sessions.query.Condition;
import dev.parley.sessions.query.Key;
import dev.parley.sessions.query.Query;
import dev.parley.sessions.store.Claim;
import dev.parley.sessions.store.SessionArchive;
import dev.parley.sessions.store.SessionStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Flow;
import java.util.function.UnaryOperator;

/**
 * Manages sessions: creates them, runs them, finds them, and ends them.
 *
 * <pre>{@code
 * try (SessionManager manager = SessionManager.open(ManagerOptions.defaults())) {
 *     SessionHandle chat = manager.create(SessionKind.ACTIVE, "tax return", "ann", session -> session.tags(Set.of("tax")));
 *     chat.start();
 * }
 * }</pre>
 *
 * <p>Sessions are kept in a {@link SessionStore}. To read one, ask for what it is ({@link #get}, {@link #find}); to do something with one that is
 * run here, ask for its {@linkplain #session handle}. Safe for use by many threads.
 */
public final class SessionManager implements AutoCloseable {

    private final Facilities facilities;
    private final Host host;
    private final Registry registry;
    private final Intake intake;
    private final Reports reports;
    private final Housekeeping housekeeping;
    private final PostOffice post;
    private final Templates templates = new Templates(this);

    private SessionManager(Facilities facilities) {
        this.facilities = facilities;
        this.host = facilities.host();
        this.registry = new Registry(new Quota(host.options()));
        this.intake = new Intake(facilities, registry);
        this.reports = new Reports(host, registry);
        this.housekeeping = new Housekeeping(host, registry, reports);
        this.post = new PostOffice(host.options(), registry);
    }

    /**
     * Opens a manager. Its store may hold sessions of earlier runs; they can be read and found.
     *
     * @param options how it is set up
     * @throws dev.parley.sessions.store.StoreException if its store cannot be opened
     */
    public static SessionManager open(ManagerOptions options) {
        SessionManager manager = new SessionManager(Facilities.open(options));
        manager.listen(manager::follow);
        if (options.logging()) {
            manager.listen(new EventLog());
        }
        try {
            manager.housekeeping.begin();
        } catch (RuntimeException e) {
            manager.close();
            throw e;
        }
        return manager;
    }

    /**
     * Creates a session. It is to be started.
     *
     * @param kind what it is for
     * @param name its name
     * @param owner whose it is
     * @throws LimitReachedException if there may be no more sessions here, or of this owner
     * @throws dev.parley.sessions.store.NameTakenException if another live session of its kind has the name
     */
    public SessionHandle create(SessionKind kind, String name, String owner) {
        return create(kind, name, owner, UnaryOperator.identity());
    }

    /**
     * Creates a session. It is to be started.
     *
     * @param kind what it is for
     * @param name its name
     * @param owner whose it is
     * @param shape what else it is
     * @throws LimitReachedException if there may be no more sessions here, or of this owner
     * @throws dev.parley.sessions.store.NameTakenException if another live session of its kind has the name
     */
    public SessionHandle create(
            SessionKind kind, String name, String owner, UnaryOperator<ManagedSessionBuilder> shape) {
        String id = UUID.randomUUID().toString();
        Instant now = host.time().instant();
        ManagedSession session = shape.apply(ManagedSession.builder(id, kind, name, owner, now))
                .status(ManagedStatus.INITIALIZING, "")
                .lastActivity(now)
                .build();
        intake.reserve(session);
        try {
            Claim claim = host.store().create(session, host.options().node());
            return begin(new LiveSession(host, session, claim, stamp -> new Created(stamp, session)));
        } catch (RuntimeException e) {
            intake.release(id);
            throw e;
        }
    }

    /** What cannot be run is not created. */
    private SessionHandle begin(LiveSession created) {
        try {
            return intake.run(created);
        } catch (RuntimeException e) {
            try {
                created.delete();
            } catch (RuntimeException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    /** Has its own parts know of what happens. */
    private void follow(SessionEvent event) {
        if (event instanceof Cleaned || event instanceof Deleted) {
            post.forget(event.stamp().session());
        }
    }

    /**
     * Creates a session like another: of the same owner and kind, with the same words and resources, and the same steps of work. What went on in the other does
     * not go on in it.
     *
     * @param id the id of the other session
     * @param name the name of the new one
     * @throws NotRunHereException if there is no such session
     * @throws LimitReachedException if there may be no more sessions here, or of this owner
     * @throws dev.parley.sessions.store.NameTakenException if another live session of its kind has the name
     */
    public SessionHandle copy(String id, String name) {
        ManagedSession other = get(id).orElseThrow(() -> new NotRunHereException(id));
        return create(
                other.kind(),
                name,
                other.owner(),
                shape -> shape.workspace(other.workspace())
                        .tags(other.tags())
                        .capabilities(other.capabilities())
                        .constraints(other.constraints())
                        .preferences(other.preferences())
                        .resources(other.resources())
                        .metadata(other.metadata())
                        .work(Work.NONE.with(other.work().workflow().reset())));
    }

    /** Returns what sessions are made of by example. */
    public Templates templates() {
        return templates;
    }

    /** Returns what carries letters between sessions. */
    public PostOffice post() {
        return post;
    }

    /**
     * Returns a session that is run here.
     *
     * @param id its id
     * @throws NotRunHereException if it is not run here: there is none of this id, it has ended and was cleaned up, or another node manages it
     */
    public SessionHandle session(String id) {
        return registry.find(id).orElseThrow(() -> new NotRunHereException(id));
    }

    /** Returns the sessions that are run here. */
    public List<SessionHandle> running() {
        return List.copyOf(registry.all());
    }

    /**
     * Returns what a session is, wherever it is run, and whether or not it has ended.
     *
     * @param id its id
     */
    public Optional<ManagedSession> get(String id) {
        return registry.find(id).map(SessionHandle::now).or(() -> host.store().load(id));
    }

    /**
     * Finds sessions, wherever they are run. Of activity they show what was last saved.
     *
     * @param query which
     */
    public List<ManagedSession> find(Query query) {
        return host.store().find(query);
    }

    /** Returns how many sessions a query asks for, on all its pages. */
    public long count(Query query) {
        return host.store().count(query);
    }

    /** Returns all sessions. */
    public List<ManagedSession> all() {
        return every(Condition.any());
    }

    /** Returns all sessions of a kind. */
    public List<ManagedSession> byKind(SessionKind kind) {
        return every(Key.TYPE.is(kind));
    }

    /** Returns all sessions that have a status. */
    public List<ManagedSession> byStatus(ManagedStatus status) {
        return every(Key.STATUS.is(status));
    }

    /** Returns all sessions of an owner. */
    public List<ManagedSession> byOwner(String owner) {
        return every(Key.OWNER.is(owner));
    }

    /** Returns all sessions in whose name, owner, workspace, tags or metadata a text occurs, in capitals or not. */
    public List<ManagedSession> search(String text) {
        return every(Condition.contains(text));
    }

    private List<ManagedSession> every(Condition condition) {
        return find(Query.where(condition).page(0, Integer.MAX_VALUE));
    }

    /** Returns how many sessions of each kind and status are run here, and what else there is to count; ended ones until they are cleaned up. */
    public SessionStatistics statistics() {
        return reports.statistics();
    }

    /** Returns the same of what a query finds in the store, wherever it is run. */
    public SessionStatistics statistics(Query query) {
        return reports.statistics(find(query));
    }

    /**
     * Returns what all sessions did here since the manager was opened, those that are gone included; nothing if {@link ManagerOptions#metrics} are
     * switched off.
     */
    public Performance performance() {
        return reports.performance();
    }

    /** Returns how the sessions that are run here are doing, and what was done here since the manager was opened. */
    public Report report() {
        return reports.ofAll();
    }

    /**
     * Returns how the sessions that are run here were doing when the last snapshot was taken, at most {@link ManagerOptions#metricsInterval} ago. Costs
     * nothing, however many there are; empty if {@link ManagerOptions#metrics} are switched off.
     */
    public Optional<Report> snapshot() {
        return reports.snapshot();
    }

    /** Returns how the sessions of an owner that are run here are doing; if there are none, everything in it is empty or 0. */
    public Report report(String owner) {
        return reports.ofOwner(owner);
    }

    /**
     * Returns how a session that is run here is doing.
     *
     * @param id its id
     * @throws NotRunHereException if it is not run here
     */
    public SessionReport sessionReport(String id) {
        return session(id).report();
    }

    /**
     * Deletes every trace of a session. One that is run here is ended for that; of others only those can be deleted that no other node
     * manages.
     *
     * @param id its id
     * @return whether there was one that could be deleted
     */
    public boolean delete(String id) {
        Optional<SessionHandle> running = registry.find(id);
        if (running.isPresent()) {
            running.get().delete("deleted");
            return true;
        }
        return host.store()
                .takeOver(id, host.options().node(), host.time().instant())
                .map(claim -> host.store().delete(id, claim))
                .orElse(false);
    }

    /**
     * Lets another manager of the same store go on with a session. Its state is kept; durable conversations can be reopened there. If the other manager does not
     * take it, it goes on here.
     *
     * @param id its id
     * @param to who goes on with it
     * @return the session, as it is run there
     * @throws NotRunHereException if it is not run here
     * @throws FeatureDisabledException if sessions may not be migrated
     * @throws LimitReachedException if there may be no more sessions there, or of its owner
     * @throws dev.parley.sessions.store.SessionExistsException if it is run there, too: one of both was too late for its lease, and has not
     *     noticed yet
     */
    public SessionHandle migrate(String id, SessionManager to) {
        FeatureDisabledException.check(host.options().migration(), "migration");
        return new Migration(this, to).move(session(id));
    }

    /**
     * Goes on with sessions that nobody runs: all that this node ran before its process ended, however it ended, and as many as there is room for
     * of nodes whose leases have lapsed. Their durable conversations can be reopened. An application calls this when it starts, and from time to
     * time where others may fail.
     *
     * @return what became of them
     * @throws dev.parley.sessions.store.StoreException if the store does not work; some sessions may be run here then
     */
    public synchronized RecoveryReport recover() {
        facilities.checkOpen();
        return new Recovery(host, registry, intake).run();
    }

    /**
     * Returns all that is kept of a session, to be written as JSON or to be restored elsewhere. What is run here is saved before.
     *
     * @param id its id
     * @throws dev.parley.sessions.store.UnknownSessionException if there is no such session
     */
    public SessionArchive archive(String id) {
        facilities.checkOpen();
        registry.find(id).ifPresent(session -> session.live().save());
        return host.store().archive(id);
    }

    /**
     * Keeps a session that was archived. If it had not ended, it is run here.
     *
     * @return what it is
     * @throws LimitReachedException if there may be no more sessions here, or of its owner
     * @throws dev.parley.sessions.store.SessionExistsException if there is one of its id
     * @throws dev.parley.sessions.store.NameTakenException if another live session of its kind has its name
     */
    public ManagedSession restore(SessionArchive archive) {
        ManagedSession session = archive.session();
        if (!session.isLive()) {
            facilities.checkOpen();
            host.store().restore(archive, host.options().node());
            return session;
        }
        intake.reserve(session);
        try {
            Claim claim = host.store().restore(archive, host.options().node());
            return intake.goOn(session, claim).now();
        } catch (RuntimeException e) {
            intake.release(session.id());
            throw e;
        }
    }

    /**
     * Keeps what happens from now on in the histories of the sessions, which their archives have. Each event is written to the store before the next
     * one of its session is told.
     *
     * @return what ends it
     */
    public Listening keepHistory() {
        return listen(new HistoryKeeper(host.store(), registry));
    }

    Host host() {
        return host;
    }

    Intake intake() {
        return intake;
    }

    /**
     * Ends all sessions that are run here at once. None keeps others from being ended.
     *
     * @param reason why
     * @return what was left, and which could not be ended in the store
     * @throws FeatureDisabledException if that may not be done
     */
    public EmergencyReport emergencyShutdown(String reason) {
        FeatureDisabledException.check(host.options().emergencyShutdown(), "emergencyShutdown");
        List<ShutdownReport> terminated = new ArrayList<>();
        Map<String, RuntimeException> failures = new TreeMap<>();
        for (SessionHandle session : registry.all()) {
            try {
                terminated.add(session.forceShutdown(reason));
            } catch (RuntimeException e) {
                session.release(reason);
                failures.put(session.id(), e);
            }
        }
        return new EmergencyReport(terminated, failures);
    }

    /**
     * Adds a listener for what happens in all sessions from now on.
     *
     * @return what ends it
     */
    public Listening listen(SessionEventListener listener) {
        return host.events().listen(listener);
    }

    /**
     * Returns what happens in all sessions, from the time of each subscription on, with backpressure: a subscriber that falls further behind
     * than {@link ManagerOptions#eventBuffer} gets an {@link dev.parley.sessions.event.EventOverflowException} instead of a gap.
     */
    public Flow.Publisher<SessionEvent> events() {
        return host.events().publisher();
    }

    /**
     * Stops everything. Sessions that have not ended stay as they are in the store, and can be gone on with by another manager. Closing again does
     * nothing.
     */
    @Override
    public void close() {
        if (facilities.beginClosing()) {
            housekeeping.end();
            facilities.close();
        }
    }
}
