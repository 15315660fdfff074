package dev.parley.sessions.live;

import dev.parley.sessions.event.SessionEvent;
import dev.parley.sessions.event.Stamp;
import dev.parley.sessions.event.Telling;
import dev.parley.sessions.figures.Meter;
import dev.parley.sessions.model.Limit;
import dev.parley.sessions.model.LimitReachedException;
import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.ManagedStatus;
import dev.parley.sessions.model.SessionKind;
import dev.parley.sessions.store.Claim;
import dev.parley.sessions.store.StaleClaimException;
import dev.parley.sessions.store.UnknownSessionException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A session that is run here.
 *
 * <p>One rule guards it: its state is one immutable value, which is replaced with the session's lock held, after the store has
 * kept the new one. So whoever reads needs no lock and sees nothing half done, a change that fails has not happened, and changes have an order.
 * Their events are queued under the same lock and told outside of it, by one thread at a time: a thread that finds another one telling leaves its
 * events to that one. So listeners hear of them in the order of the changes, each once, and may do with the session what they like.
 */
public final class LiveSession {

    private final Host host;
    private final ReentrantLock lock = new ReentrantLock();
    private final Claim claim;
    private final Meter meter;

    /** Written with the lock held. */
    private volatile ManagedSession now;

    private volatile boolean overtaken;

    // With the lock held:
    private boolean unsaved;
    private long told;
    private boolean telling;
    private @Nullable Queue<SessionEvent> untold;

    /**
     * Runs a session.
     *
     * @param host what it shares with others
     * @param session what it is; the store has that
     * @param claim that this node manages it
     * @param first what is told of it first
     */
    public LiveSession(Host host, ManagedSession session, Claim claim, Telling first) {
        this.host = host;
        this.now = session;
        this.claim = claim;
        this.meter = host.meter().part();
        queue(first, host.time().instant());
    }

    /** Tells that it is there; called once others can find it. */
    public void begin() {
        tell();
    }

    /** Returns what it is. */
    public ManagedSession now() {
        return now;
    }

    /** Returns its id. */
    public String id() {
        return now.id();
    }

    /** Returns what it shares with others. */
    public Host host() {
        return host;
    }

    /** Returns that this node manages it. */
    public Claim claim() {
        return claim;
    }

    /** Returns what counts what it does. */
    public Meter meter() {
        return meter;
    }

    /** Returns how many of its events have not been told yet. */
    public int untold() {
        lock.lock();
        try {
            return untold == null ? 0 : untold.size();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Has the manager's executor do something for it.
     *
     * @throws java.util.concurrent.RejectedExecutionException if the manager is closed
     */
    public void execute(Runnable work) {
        host.executor().execute(() -> meter.work(work));
    }

    /**
     * Changes it: when this returns, the store has kept the change.
     *
     * @return what it has become
     * @throws dev.parley.sessions.store.StoreException if the store cannot keep it, or another node has taken the session over
     */
    public ManagedSession change(Change change) {
        lock.lock();
        try {
            apply(change, true);
        } finally {
            lock.unlock();
        }
        tell();
        return now;
    }

    /**
     * Changes it in a way that may be lost if the process dies: the store keeps it with the next change, or the next time that all is saved.
     *
     * @return what it has become
     */
    public ManagedSession note(Change change) {
        lock.lock();
        try {
            apply(change, false);
        } finally {
            lock.unlock();
        }
        tell();
        return now;
    }

    private void apply(Change change, boolean atOnce) {
        Instant at = host.time().instant();
        Changed changed = change.of(now, at);
        if (!changed.session().equals(now)) {
            if (atOnce) {
                keep(changed.session());
            }
            unsaved = !atOnce;
            now = changed.session();
        }
        changed.events().forEach(event -> queue(event, at));
    }

    private void keep(ManagedSession session) {
        try {
            host.store().save(session, claim);
        } catch (StaleClaimException | UnknownSessionException e) {
            overtaken = true;
            throw e;
        }
    }

    /** Returns whether another node was found to have taken it over, or deleted it: nothing that is done here can be kept any more. */
    public boolean isOvertaken() {
        return overtaken;
    }

    private void queue(Telling event, Instant at) {
        if (untold == null) {
            untold = new ArrayDeque<>(4);
        }
        untold.add(event.at(new Stamp(now.id(), claim.epoch(), ++told, at)));
    }

    /** Tells of something that changes nothing. */
    public void tell(Telling event) {
        note((session, at) -> Changed.to(session, event));
    }

    /** Has it count as active now. */
    public void touch() {
        note((session, at) -> Changed.to(session.toBuilder().lastActivity(at).build()));
    }

    /**
     * Sees to it that the store has all of it. Does nothing where another node is known to have taken it over.
     *
     * @throws dev.parley.sessions.store.StoreException if it cannot keep it, or another node has taken the session over
     */
    public void save() {
        save(false);
    }

    /**
     * Sees whether this node still manages it, by writing it even if nothing is unsaved.
     *
     * @throws dev.parley.sessions.store.StoreException if the store cannot keep it, or another node has taken the session over
     */
    public void confirm() {
        save(true);
    }

    private void save(boolean always) {
        lock.lock();
        try {
            if ((unsaved || always) && !overtaken) {
                keep(now);
                unsaved = false;
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Deletes it from the store.
     *
     * @throws dev.parley.sessions.store.StoreException if that cannot be done, or another node has taken the session over
     */
    public void delete() {
        lock.lock();
        try {
            host.store().delete(now.id(), claim);
            unsaved = false;
            queue(SessionEvent.Deleted::new, host.time().instant());
        } finally {
            lock.unlock();
        }
        tell();
    }

    private void tell() {
        for (SessionEvent event = next(true); event != null; event = next(false)) {
            meter.happened(event);
            host.events().publish(event);
        }
    }

    /** Returns the next event to tell; null if there is none, or another thread tells. */
    private @Nullable SessionEvent next(boolean first) {
        lock.lock();
        try {
            if (first && telling) {
                return null;
            }
            SessionEvent event = untold == null ? null : untold.poll();
            telling = event != null;
            if (event == null) {
                untold = null; // a quiet session needs no queue
            }
            return event;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Changes what goes on in it, unless it has ended.
     *
     * @throws NotActiveException if it has ended
     */
    public ManagedSession work(Change change) {
        return change((session, at) -> {
            if (!session.isLive()) {
                throw new NotActiveException(session);
            }
            return change.of(session, at);
        });
    }

    /**
     * Says that something was refused because there may be no more of it.
     *
     * @return what to throw
     */
    public LimitReachedException refused(Limit limit, long most) {
        tell(stamp -> new SessionEvent.LimitReached(stamp, limit, most));
        return new LimitReachedException(limit, most, "the session " + id());
    }

    /**
     * Checks that it may act: it is active, and no observer.
     *
     * @throws ObserverException if it only observes
     * @throws NotActiveException if it is not active
     */
    public void checkMayAct() {
        checkMayAct(now);
    }

    /** Checks what {@link #checkMayAct()} does, of a session as it is during a change. */
    public static void checkMayAct(ManagedSession session) {
        if (session.kind() == SessionKind.OBSERVER) {
            throw new ObserverException(session.id());
        }
        if (session.status() != ManagedStatus.ACTIVE) {
            throw new NotActiveException(session);
        }
    }
}
