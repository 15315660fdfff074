package dev.parley.runtime;

import dev.parley.runtime.buffer.Waiter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;

/**
 * Somebody who wants to become a member of a family: what generated session classes join with. Users never see it.
 *
 * <p>A candidate has a part of the session kept for it, which nobody else takes any notice of before it is taken in.
 *
 * <p>For one thread, the candidate's.
 *
 * @param <S> the type of the state in which it begins
 */
public final class Candidate<S> {

    private enum Fate {
        WAITING,
        ADMITTED,
        DISMISSED
    }

    private final Session session;
    private final int part;
    private final int entry;
    private final IntFunction<S> enter;
    private final AtomicReference<Fate> fate = new AtomicReference<>(Fate.WAITING);

    /** Opens when the candidate has been taken in, with all that belongs to it, or dismissed. */
    private final CountDownLatch decided = new CountDownLatch(1);

    Candidate(Session session, int part, int entry, IntFunction<S> enter) {
        this.session = session;
        this.part = part;
        this.entry = entry;
        this.enter = enter;
    }

    /**
     * Waits until it is taken in. To be called once.
     *
     * @return where it begins
     * @throws SessionClosedException if the session ends before that, or is ending
     * @throws SessionCancelledException if the session was cancelled or has failed, or the thread is interrupted while it waits; the
     *     session goes on without the candidate then, and the thread stays interrupted
     */
    public S join() {
        apply();
        await(Long.MAX_VALUE);
        return enterIfAdmitted();
    }

    /**
     * Waits until it is taken in, but not for ever. To be called once.
     *
     * @param atMost how long
     * @return where it begins
     * @throws TimeoutException if it has not been taken in by then
     * @throws SessionClosedException as {@link #join()}
     * @throws SessionCancelledException as {@link #join()}
     */
    public S join(Duration atMost) throws TimeoutException {
        apply();
        if (!await(Deadlines.nanos(atMost)) && dismiss()) {
            withdraw();
            throw new TimeoutException("Nobody has taken the candidate for "
                    + session.protocol().roles().get(session.cast().role(part)) + " in session " + session.id()
                    + " in time: " + atMost + ".");
        }
        return enterIfAdmitted();
    }

    private void apply() {
        session.cast().candidates().add(this);
        if (session.isEnding()) {
            dismiss(); // whoever dismisses all may have come too early to see this one
        }
    }

    /** Waits for the decision, and returns whether it has come in time. */
    private boolean await(long nanos) {
        try {
            return session.conductor() == null
                    ? decided.await(nanos, TimeUnit.NANOSECONDS)
                    : await(session.wiring().waiter(part), nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            if (!dismiss()) {
                return true;
            }
            withdraw();
            throw new SessionCancelledException(
                    "The thread of a candidate for session " + session.id() + " was interrupted while it waited.", e);
        }
    }

    private boolean await(Waiter waiter, long nanos) {
        long deadline = waiter.now() + Math.min(nanos, Long.MAX_VALUE - waiter.now());
        while (!isDecided()) {
            try {
                if (!waiter.pause(deadline)) {
                    return false;
                }
            } catch (SessionClosedException | SessionCancelledException e) {
                dismiss();
            }
        }
        return true;
    }

    private S enterIfAdmitted() {
        awaitRest();
        if (fate.get() == Fate.ADMITTED) {
            return enter.apply(session.cast().index(part));
        }
        withdraw();
        throw session.refusal("nobody is taken in any more");
    }

    /** Whoever takes a candidate in is about to say that all is prepared. */
    private void awaitRest() {
        boolean interrupted = false;
        while (!isDecided()) {
            try {
                decided.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isDecided() {
        return decided.getCount() == 0;
    }

    private void withdraw() {
        session.cast().candidates().remove(this);
        session.cast().release(part);
    }

    /** It will not be taken in. Returns false if it was before. */
    boolean dismiss() {
        if (!fate.compareAndSet(Fate.WAITING, Fate.DISMISSED)) {
            return fate.get() == Fate.DISMISSED;
        }
        decided.countDown();
        return true;
    }

    /** Returns whether it is a candidate for a family, to begin in a state. */
    boolean isFor(int family, int state) {
        return session.cast().role(part) == family && entry == state;
    }

    /** A part takes it in, unless it has given up. Returns whether it has. */
    boolean admit(int by) {
        if (!fate.compareAndSet(Fate.WAITING, Fate.ADMITTED)) {
            return false;
        }
        session.cast().admit(part, entry, by);
        session.joined(part);
        decided.countDown();
        if (session.conductor() != null) {
            session.wiring().wake(part);
        }
        return true;
    }

    /** Returns the part that is kept for it. */
    int part() {
        return part;
    }
}
