package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.State;
import dev.parley.runtime.ProtocolSpec.Timeout;
import dev.parley.runtime.ProtocolSpec.Transition;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One stay of a role in a state with a timeout. Either the role chooses or the clock does; one compare-and-set decides. Where it is the
 * clock, the thread that has come with it uses the role's lanes until the messages are sent; the role, when it comes, waits for that.
 */
final class TimedChoice implements Runnable {

    private static final int OPEN = 0;
    private static final int CHOSEN = 1;
    private static final int TIMED_OUT = 2;

    private static final VarHandle OUTCOME;

    static {
        try {
            OUTCOME = MethodHandles.lookup().findVarHandle(TimedChoice.class, "outcome", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Session session;
    private final Endpoint endpoint;
    private final List<State> states;
    private final Timeout timeout;
    private final long deadline;
    private final CountDownLatch sent = new CountDownLatch(1);
    private @Nullable Future<?> alarm;
    private final int source;
    private final int target;
    private volatile int outcome;

    TimedChoice(Session session, TimedEndpoint<?> endpoint, List<State> states, Timeout timeout, long now) {
        this.session = session;
        this.source = endpoint.state();
        this.endpoint = endpoint;
        this.states = states;
        this.timeout = timeout;
        this.deadline = now + Deadlines.nanos(timeout.after());
        Transition last = timeout.transition();
        for (int i = 1; i < timeout.receivers(); i++) {
            last = next(last);
        }
        this.target = last.target();
    }

    private Transition next(Transition send) {
        return states.get(send.target()).transitions().get(0);
    }

    /** Has the clock choose when the time is up. */
    void start() {
        alarm = Timers.schedule(timeout.after(), this);
    }

    /** Returns when the time is up. */
    long deadline() {
        return deadline;
    }

    /** The role chooses; returns false if the clock has, and all is sent then. */
    boolean choose() {
        if (OUTCOME.compareAndSet(this, OPEN, CHOSEN)) {
            stop();
            return true;
        }
        if (outcome == TIMED_OUT) {
            awaitSent();
            return false;
        }
        return true;
    }

    /** Does nothing more when the time is up. */
    void stop() {
        Future<?> waiting = alarm;
        if (waiting != null) {
            waiting.cancel(false);
        }
    }

    boolean isTimedOut() {
        return outcome == TIMED_OUT;
    }

    /** Returns the number of the state that the role stays in. */
    int source() {
        return source;
    }

    /** Returns the number of the state behind the timeout. */
    int target() {
        return target;
    }

    Timeout timeout() {
        return timeout;
    }

    /** Does something before whose end the clock does not choose; nothing if the clock has. */
    synchronized OptionalInt whileOpen(IntSupplier action) {
        return outcome == OPEN ? OptionalInt.of(action.getAsInt()) : OptionalInt.empty();
    }

    private synchronized boolean timeOut() {
        return OUTCOME.compareAndSet(this, OPEN, TIMED_OUT);
    }

    /** The time is up. */
    @Override
    public void run() {
        if (timeOut()) {
            try {
                send();
            } finally {
                sent.countDown();
            }
        }
    }

    @SuppressWarnings("CatchingUnchecked") // what is refused faults the session, as nobody is there to take it
    private void send() {
        try {
            timeout.transition().guard().ifPresent(endpoint::guard);
            timeout.transition().phase().ifPresent(endpoint::begins);
            Transition send = timeout.transition();
            for (int i = 0; i < timeout.receivers(); i++) {
                endpoint.out(send.edge()).send((long) send.message() << 32);
                send = i + 1 < timeout.receivers() ? next(send) : send;
            }
            if (states.get(target).isFinal()) {
                endpoint.finish();
            }
        } catch (SessionCancelledException | SessionClosedException e) {
            // The role learns of it at its next action.
        } catch (RuntimeException e) {
            session.fault(e);
        }
    }

    private void awaitSent() {
        boolean interrupted = false;
        while (true) {
            try {
                sent.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
