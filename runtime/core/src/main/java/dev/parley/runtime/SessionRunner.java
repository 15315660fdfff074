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
 */
public final class SessionRunner {

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
    public <S> SessionRunner role(String name, Supplier<S> enter, RoleProgram<? super S> program) {
        int role = session.protocol().role(name);
        Thread thread = VirtualThreads.factory().newThread(() -> play(role, enter, program));
        thread.setName(session.id() + "/" + name);
        threads.add(thread);
        return this;
    }

    /**
     * Plays the roles and waits until all programs are done. To be called once.
     *
     * @throws InterruptedException if the thread is interrupted while it waits; the session is cancelled then
     * @throws Exception the first failure of a role, with those of the others suppressed in it
     */
    public void run() throws Exception {
        threads.forEach(Thread::start);
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            session.cancel("the thread that waited for its roles was interrupted");
            throw e;
        }
        Throwable failure = first.get();
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof Exception exception) {
            throw exception;
        }
    }

    @SuppressWarnings("CatchingUnchecked") // all that a program throws is handed to the caller of run
    private <S> void play(int role, Supplier<S> enter, RoleProgram<? super S> program) {
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
