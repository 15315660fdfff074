package dev.parley.runtime;

import dev.parley.runtime.buffer.VirtualThreads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Plays all roles of a session, each in a thread of its own: virtual ones where the JDK has them.
 *
 * <p>A program that throws has crashed, and so has one that returns before its role has reached an end of the protocol, unless the
 * session was ended meanwhile. Where the protocol has a crash alternative in reach, the session goes on without the role: what is sent to
 * it is discarded until its machine is in a state with such an alternative, which then is taken, or in an end. The listeners are told of
 * that, and {@link #run} does not throw because of it. Every other crash faults the session, so the others fail too, soon. A member of a family
 * that was left behind may go on after the session's end: it has not failed when it finds the session closed.
 *
 * @param <X> what the programs may throw
 */
public final class SessionRunner<X extends Exception> {

    private final Session session;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> first = new AtomicReference<>();

    /**
     * Creates a runner without roles.
     *
     * @param session the session
     */
    public SessionRunner(Session session) {
        this.session = session;
    }

    /**
     * Adds a role.
     *
     * @param <S> the type of its first state
     * @param name its name
     * @param enter enters the role; called in the role's thread
     * @param program plays it
     * @return this
     */
    public <S> SessionRunner<X> role(String name, Supplier<S> enter, RoleProgram<? super S, ? extends X> program) {
        add(session.protocol().role(name), () -> program.play(enter.get()));
        return this;
    }

    /**
     * Adds a family.
     *
     * @param <S> the type of a member's first state
     * @param name its name
     * @param enter enters the member of an index; called in the member's thread
     * @param program plays each member
     * @return this
     */
    public <S> SessionRunner<X> family(
            String name, IntFunction<S> enter, MemberProgram<? super S, ? extends X> program) {
        int family = session.protocol().role(name);
        for (int i = 0; i < session.cast().size(family); i++) {
            int member = i;
            add(session.cast().part(family, member), () -> program.play(member, enter.apply(member)));
        }
        return this;
    }

    /**
     * Adds some that join the session while it runs. Each waits until it is taken in; who never is has not failed.
     *
     * @param <S> the type of the state in which they begin
     * @param count how many
     * @param candidate makes a candidate
     * @param program plays each
     * @return this
     */
    public <S> SessionRunner<X> joining(
            int count, Supplier<Candidate<S>> candidate, RoleProgram<? super S, ? extends X> program) {
        for (int i = 0; i < count; i++) {
            Candidate<S> each = candidate.get();
            if (session.conductor() != null) {
                session.conductor().joins(each.part());
            }
            add(each.part(), () -> program.play(each.join()));
        }
        return this;
    }

    private void add(int part, Guests.Performance<? extends X> performance) {
        Thread thread = VirtualThreads.factory().newThread(() -> conduct(part, () -> play(part, performance)));
        thread.setName(session.id() + "/" + session.nameOf(part));
        threads.add(thread);
    }

    /**
     * Plays the roles and waits until all programs are done. To be called once.
     *
     * @throws X the first failure of a role that the session did not survive, with those of the others suppressed in it, be it an X or unchecked
     * @throws SessionCancelledException if the thread is interrupted while it waits; it stays interrupted
     */
    public void run() throws X {
        threads.forEach(Thread::start);
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            String reason = "the thread that waited for its roles was interrupted";
            session.end(reason);
            Thread.currentThread().interrupt();
            throw new SessionCancelledException("Session " + session.id() + " was cancelled: " + reason + ".", e);
        }
        Throwable failure = first.get();
        if (failure != null) {
            throw rethrowable(failure);
        }
    }

    @SuppressWarnings("unchecked") // what is not unchecked was thrown by a program, so it is an X
    private X rethrowable(Throwable failure) {
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return (X) failure;
    }

    private void conduct(int part, Runnable program) {
        Conductor conductor = session.conductor();
        if (conductor == null) {
            program.run();
        } else {
            conductor.play(part, program);
        }
    }

    @SuppressWarnings("CatchingUnchecked") // all that a program throws is handed to the caller of run
    private void play(int part, Guests.Performance<? extends X> performance) {
        try {
            Guests.attend(performance);
            if (isHandedOver(part) && session.conductor() == null) {
                awaitSuccessors();
            } else {
                checkEnd(part);
            }
        } catch (Throwable failure) {
            boolean leftBehind =
                    failure instanceof SessionClosedException && session.cast().hasLeft(part);
            if (!leftBehind
                    && session.cast().isPart(part)
                    && (isHandedOver(part) || !Ghost.survives(session, part, failure))) {
                failed(failure);
            }
        }
    }

    private boolean isHandedOver(int part) {
        Endpoint player = session.endpoint(part);
        return player != null && (player.isLeft() || player.isResumed());
    }

    /**
     * Whoever sits down on a role's seat plays in a thread of its own, and needs the session as long as that takes. In a simulation he
     * has finished by now: the role's turn does not pass on otherwise.
     */
    private void awaitSuccessors() throws InterruptedException {
        session.awaitEnd(Duration.ofNanos(Long.MAX_VALUE));
    }

    private void checkEnd(int part) {
        if (!session.isFinished(part) && !session.cast().hasLeft(part) && session.status() == SessionStatus.ACTIVE) {
            LocalState stopped = session.standing(part);
            throw new IllegalStateException(
                    "The program of " + stopped.role() + " returned in the state " + stopped.name()
                            + ", where the role " + stopped.actions()
                            + ". Play the role to an end of the protocol, or cancel the session.");
        }
    }

    private void failed(Throwable failure) {
        Throwable earlier = first.compareAndExchange(null, failure);
        if (earlier == null) {
            session.fault(failure);
        } else if (failure.getCause() != earlier) { // else it only says that the session has failed
            earlier.addSuppressed(failure);
        }
    }
}
