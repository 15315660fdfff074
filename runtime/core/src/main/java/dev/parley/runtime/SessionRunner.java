package dev.parley.runtime;

import dev.parley.runtime.buffer.VirtualThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Plays all roles of a session, each in a thread of its own: virtual ones where the JDK has them.
 *
 * <p>The first role to fail faults the session, so the others fail too, soon. A program that returns before its role has
 * reached an end of the protocol has failed, unless the session was ended meanwhile.
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
        int role = session.protocol().role(name);
        Thread thread = VirtualThreads.factory().newThread(() -> conduct(role, () -> play(role, enter, program)));
        thread.setName(session.id() + "/" + name);
        threads.add(thread);
        return this;
    }

    /**
     * Plays the roles and waits until all programs are done. To be called once.
     *
     * @throws X the first failure of a role, with those of the others suppressed in it, be it an X or unchecked
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
            session.cancel(reason);
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

    private void conduct(int role, Runnable program) {
        Conductor conductor = session.conductor();
        if (conductor == null) {
            program.run();
        } else {
            conductor.play(role, program);
        }
    }

    @SuppressWarnings("CatchingUnchecked") // all that a program throws is handed to the caller of run
    private <S> void play(int role, Supplier<S> enter, RoleProgram<? super S, ? extends X> program) {
        try {
            program.play(enter.get());
            checkEnd(role);
        } catch (Throwable failure) {
            failed(failure);
        }
    }

    private void checkEnd(int role) {
        if (!session.isFinished(role) && session.status() == SessionStatus.ACTIVE) {
            LocalState stopped = session.localState(session.protocol().roles().get(role));
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
