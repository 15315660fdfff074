package dev.parley.runtime;

import dev.parley.runtime.buffer.Waiter;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How somebody who plays a part waits for messages, and finds out that none can come. */
abstract class WaitingParticipant extends Participant {

    /** Null where one thread plays all roles, and would wait for itself. */
    private final @Nullable Waiter waiter;

    /** Made when the part rests for the first time, as many never do. */
    private @Nullable Rest rest;

    WaitingParticipant(Session session, int part) {
        super(session, part);
        this.waiter = session.isSameThread() ? null : session.wiring().waiter(part);
    }

    /** Takes one turn of waiting for a message. Throws when the session has ended or can bring none. */
    public final void pause() {
        if (session().mayBeStuck()) {
            await(waiter -> {
                waiter.pause();
                return true;
            });
        } else {
            waiter().pause();
        }
    }

    /**
     * Takes one turn of waiting for a message.
     *
     * @param deadline from {@link #deadline}
     * @throws TimeoutException if the deadline has passed
     */
    public final void pause(long deadline) throws TimeoutException {
        if (!(session().mayBeStuck() ? await(waiter -> waiter.pause(deadline)) : waiter().pause(deadline))) {
            LocalState now = local();
            throw new TimeoutException(
                    now.role() + " has waited in vain in " + now.name() + ", where it " + now.actions() + ".");
        }
    }

    /**
     * Waits until something has come, or faults the session when nobody can send anything any more.
     *
     * @param turn takes one turn of waiting; returns false if there shall be no other
     * @return what the last turn returned
     */
    private boolean await(Predicate<Waiter> turn) {
        if (rest != null && rest.isResting()) {
            return turn.test(waiter()); // such roles find out by themselves, and go on
        }
        boolean inTime = true;
        Quiescence quiescence = session().quiescence();
        quiescence.rest(part(), state());
        try {
            do {
                if (!quiescence.hasNews(part(), state()) && quiescence.isOver(part())) {
                    session()
                            .fault(new IllegalStateException(
                                    local() + " waits in vain: nobody who could send has any way to go on."));
                }
                inTime = turn.test(waiter());
            } while (inTime && !quiescence.hasNews(part(), state()) && !hasOwnNews());
        } finally {
            quiescence.forget(part(), state());
            quiescence.busy(part());
        }
        return inTime;
    }

    /** Returns whether there is something else to look at than messages, for those who wait for more than that. */
    boolean hasOwnNews() {
        return false;
    }

    /**
     * Returns when a timeout that begins now is over, for {@link #pause(long)}.
     *
     * @param timeout how long to wait at most
     */
    public final long deadline(Duration timeout) {
        return now() + Deadlines.nanos(timeout);
    }

    /** Returns the time on the clock of the role's waiting. */
    final long now() {
        return waiter == null ? System.nanoTime() : waiter.now();
    }

    /** Takes one turn of waiting for a message, and returns false if the deadline has passed. */
    boolean pauseUntil(long deadline) {
        if (waiter == null && System.nanoTime() - deadline >= 0) {
            return false;
        }
        return waiter().pause(deadline);
    }

    /** Ends the waiting: a message is there. */
    public final void resume() {
        waiter().resume();
    }

    /**
     * Returns whether the protocol is over for the role, which is in a state where it may be, and has found no message.
     * Until {@link #active} is called, others take it that the role waits here.
     */
    public final boolean over() {
        Rest now = rest;
        if (now == null) {
            now = new Rest(session().quiescence(), part());
            rest = now;
        }
        return now.over(state());
    }

    /** The role is about to consume a message after all; see {@link #over}. */
    public final void active() {
        Rest now = rest;
        if (now != null) {
            now.end();
        }
    }

    /** Returns where peers on other threads wake the role; null where there are none. */
    final @Nullable Waiter place() {
        return waiter;
    }

    Waiter waiter() {
        if (waiter == null) {
            LocalState now = local();
            throw new IllegalStateException(now.role() + " would wait for ever in " + now.name() + ", where it "
                    + now.actions() + ": one thread plays all roles of session "
                    + session().id()
                    + ". Let the sender act first, or use tryReceive().");
        }
        return waiter;
    }
}
