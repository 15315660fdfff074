package dev.parley.runtime;

import dev.parley.runtime.buffer.Gate;
import java.lang.System.Logger.Level;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A session's status: changes it, one compare-and-set each, and tells of it. */
final class StatusMachine extends Gate {

    private static final VarHandle UNTOLD;

    static {
        try {
            UNTOLD = MethodHandles.lookup().findVarHandle(StatusMachine.class, "untold", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Session session;

    /** Made by the first thread that waits for the end. */
    private volatile @Nullable CountDownLatch ended;

    /** How many changes nobody has told the listeners of yet. */
    @SuppressWarnings("unused") // but by its handle
    private volatile int untold;

    /** What the listeners know; changed by the one thread that tells. */
    private volatile SessionStatus told = SessionStatus.ACTIVE;

    StatusMachine(Session session) {
        this.session = session;
    }

    Standing standing() {
        Refusal refusal = refusal();
        return refusal == null ? Standing.active(session.id()) : (Standing) refusal;
    }

    /** Moves on to a status if it may come after the one there is, and returns whether it did. */
    boolean become(SessionStatus status, String reason, @Nullable Throwable cause) {
        while (true) {
            Standing now = standing();
            if (!now.status().mayBecome(status)) {
                return false;
            }
            if (replace(now.previous() == null ? null : now, now.next(status, reason, cause))) {
                session.changed(status);
                tell();
                return true;
            }
        }
    }

    boolean awaitEnd(long nanos) throws InterruptedException {
        CountDownLatch latch = ended();
        // In this order: an end that came too early to see the latch is seen here.
        return told.isEnd() || latch.await(nanos, TimeUnit.NANOSECONDS);
    }

    private void end() {
        CountDownLatch latch = ended;
        if (latch != null) {
            latch.countDown();
        }
    }

    private synchronized CountDownLatch ended() {
        CountDownLatch latch = ended;
        if (latch == null) {
            latch = new CountDownLatch(1);
            ended = latch;
        }
        return latch;
    }

    /** Tells the listeners; a thread that finds another one telling leaves its change to that one. */
    private void tell() {
        if ((int) UNTOLD.getAndAdd(this, 1) != 0) {
            return;
        }
        do {
            SessionStatus next = after(told);
            SessionStatus before = told;
            listeners().forEach(listener -> Listeners.tell(() -> listener.statusChanged(session, before, next)));
            told = next;
            if (next.isEnd()) {
                end();
            }
        } while ((int) UNTOLD.getAndAdd(this, -1) != 1);
    }

    /** Tells the listeners of a crash that the session survives. It must not go unnoticed, so where nobody listens it is logged. */
    void tellCrash(String role, Throwable cause) {
        if (listeners().isEmpty()) {
            System.getLogger(Session.class.getName())
                    .log(Level.WARNING, role + " has crashed in session " + session.id() + ", which goes on.", cause);
        }
        listeners().forEach(listener -> Listeners.tell(() -> listener.roleCrashed(session, role, cause)));
    }

    private List<SessionListener> listeners() {
        return session.options().listeners();
    }

    /** Returns the status that came after an earlier one; a session is never twice in the same. */
    private SessionStatus after(SessionStatus earlier) {
        Standing later = standing();
        while (later.previous() != null && later.previous().status() != earlier) {
            later = later.previous();
        }
        return later.status();
    }

    @Override
    public RuntimeException overflow(int edge, int capacity) {
        BufferFullException full = new BufferFullException(full(edge, capacity)
                + ", and its edge is declared whenFull = ERROR. Give it a larger capacity, or let it block or grow.");
        session.fault(full);
        return full;
    }

    @Override
    public RuntimeException wouldBlock(int edge, int capacity) {
        return new IllegalStateException(full(edge, capacity)
                + ", and its sender would wait for ever, as one thread plays all roles."
                + " Let the receiver act first, or give the edge a larger capacity.");
    }

    private String full(int edge, int capacity) {
        ProtocolSpec spec = session.protocol();
        return "The buffer " + spec.describe(spec.edges().get(edge)) + " of session " + session.id() + " is full with "
                + capacity + (capacity == 1 ? " message" : " messages");
    }

    @Override
    public RuntimeException failed(Throwable cause) {
        session.fault(cause);
        return standing().refusal("it can neither send nor receive");
    }

    @Override
    public void drained() {
        session.closeIfDrained();
    }

    @Override
    public void room(int edge) {
        session.wakeSenders(edge);
    }

    @Override
    public boolean sendIfDue(int edge) {
        return TimedEndpoint.sendIfDue(session, edge);
    }

    @Override
    public void interrupted() {
        session.end("the thread of a role was interrupted while it waited");
    }
}
