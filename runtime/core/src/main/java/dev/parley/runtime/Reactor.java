package dev.parley.runtime;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Plays any number of roles of any number of sessions on one thread: it waits for the messages of all of them at once, and gives each to its
 * role's handler. A role that waits costs memory only.
 *
 * <pre>{@code
 * Reactor reactor = new Reactor();
 * session.server(reactor, new Adding());
 * reactor.run();
 * }</pre>
 *
 * <p>Roles take turns, one message each, in the order in which they became ready, so no session can keep the others waiting for longer than its
 * handler takes for a message. What a handler sends never waits either: where a buffer is full and its edge blocks, the message is kept,
 * and the role gets its next message only when that one has left, so that a slow receiver slows its sender down as it does in direct style.
 *
 * <p>A handler that throws, or returns what it must not, fails its session, and no other: the session's cause is a
 * {@link HandlerException}.
 *
 * <p>Where the protocol sets a timeout, the reactor takes that alternative for a role whose handler has left the choice open, when the time is up.
 *
 * <p>{@link #run} is for a thread of its own, {@link #runOnce} and {@link #drain} are for tests and simulations, which they let happen step by
 * step: with sessions whose roles are all played on one thread every run is the same. One thread at a time may call these three. Roles may be
 * added, and {@link #close} may be called, by any thread.
 *
 * <p>After Schmidt, "Reactor: An Object Behavioral Pattern for Demultiplexing and Dispatching Handles for Synchronous Events" (PLoP 1994).
 */
public final class Reactor implements AutoCloseable {

    /** How many turns pass before it is looked for roles that were missed, or whose time is up, though there is other work. */
    private static final int TURNS_PER_CLOCK_READ = 256;

    /** Roles that may have something to do. */
    private final Queue<EventEndpoint<?>> ready = new ArrayDeque<>();

    /** Roles that other threads have said that of. */
    private final Queue<EventEndpoint<?>> woken = new ConcurrentLinkedQueue<>();

    private final Settling settling = new Settling();
    private final Alarms alarms = new Alarms();

    /** The thread that runs the reactor now. */
    private final AtomicReference<@Nullable Thread> runner = new AtomicReference<>();

    /** That thread while it may be parked. */
    private volatile @Nullable Thread parked;

    private volatile boolean closed;

    /** Creates a reactor that plays nothing yet. */
    public Reactor() {}

    /**
     * Plays all roles that are added, until the reactor is closed or the calling thread is interrupted, which it then still is.
     *
     * @throws IllegalStateException if another thread runs the reactor, or a handler does
     */
    public void run() {
        begin();
        try {
            int turns = 0;
            while (!closed && !Thread.currentThread().isInterrupted()) {
                if (!step()) {
                    rest();
                } else if (++turns % TURNS_PER_CLOCK_READ == 0) {
                    wakeInTime();
                }
            }
        } finally {
            end();
        }
    }

    /**
     * Lets one role start, or gives one message to the role's handler.
     *
     * @return false if there was nothing to do
     * @throws IllegalStateException if another thread runs the reactor, or a handler does
     */
    public boolean runOnce() {
        begin();
        try {
            wakeInTime();
            return !closed && step();
        } finally {
            end();
        }
    }

    /**
     * Does {@link #runOnce} until there is nothing more to do. Where roles answer each other for ever, this does not return.
     *
     * @return how often there was something to do
     * @throws IllegalStateException if another thread runs the reactor, or a handler does
     */
    public long drain() {
        long steps = 0;
        while (runOnce()) {
            steps++;
        }
        return steps;
    }

    /**
     * Lets {@link #run} return. The roles that the reactor plays will not go on: a session is cancelled as soon as something reaches one of them, or at
     * once where one of them has time to choose, so that nobody waits for an answer. Closing again changes nothing.
     */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(parked);
        if (runner.compareAndSet(null, Thread.currentThread())) {
            end();
        }
    }

    /** Has a role look for a message. Callable by any thread. */
    void wake(EventEndpoint<?> role) {
        if (runner.getPlain() == Thread.currentThread() && !closed) {
            schedule(role);
            return;
        }
        // Volatile like all that follows: either this is seen by whoever parks or closes, or that is seen here.
        woken.add(role);
        LockSupport.unpark(parked);
        if (closed && runner.get() == null) {
            abandonWoken();
        }
    }

    /** A role has just announced to sleep: it looks once more now, and again when that has settled. */
    void settle(EventEndpoint<?> role) {
        schedule(role);
        settling.add(role);
    }

    /** Returns what wakes the roles whose time to choose is up; for the thread that runs the reactor. */
    Alarms alarms() {
        return alarms;
    }

    private void wakeInTime() {
        settling.wakeSettled();
        alarms.wakeDue();
    }

    private void schedule(EventEndpoint<?> role) {
        if (role.schedule()) {
            ready.add(role);
        }
    }

    private boolean step() {
        for (EventEndpoint<?> role = woken.poll(); role != null; role = woken.poll()) {
            schedule(role);
        }
        for (EventEndpoint<?> role = ready.poll(); role != null; role = ready.poll()) {
            if (role.turn()) {
                return true;
            }
        }
        return false;
    }

    /** Waits until a role is woken, has settled, or has no more time to choose. */
    private void rest() {
        wakeInTime();
        if (!ready.isEmpty()) {
            return;
        }
        parked = Thread.currentThread();
        if (woken.isEmpty() && !closed) {
            LockSupport.parkNanos(this, Math.min(settling.remaining(), alarms.remaining()));
        }
        parked = null;
    }

    private void begin() {
        if (!runner.compareAndSet(null, Thread.currentThread())) {
            throw new IllegalStateException(
                    "The reactor is run by " + runner.get() + " already. Run it by one thread, and not by handlers.");
        }
    }

    private void end() {
        if (closed) {
            for (EventEndpoint<?> role = ready.poll(); role != null; role = ready.poll()) {
                role.abandon();
            }
            alarms.abandon();
        }
        runner.set(null);
        if (closed) {
            abandonWoken();
        }
    }

    private void abandonWoken() {
        for (EventEndpoint<?> role = woken.poll(); role != null; role = woken.poll()) {
            role.abandon();
        }
    }
}
