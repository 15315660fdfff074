package example;

import dev.parley.runtime.CanIgnoreReturnValue;
import dev.parley.runtime.EdgeStatus;
import dev.parley.runtime.LocalState;
import dev.parley.runtime.Prompt;
import dev.parley.runtime.ProtocolSpec;
import dev.parley.runtime.Reactor;
import dev.parley.runtime.RoleProgram;
import dev.parley.runtime.Session;
import dev.parley.runtime.SessionOptions;
import dev.parley.runtime.SessionRunner;
import dev.parley.runtime.SessionStatus;
import java.time.Duration;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * A session of {@link Shift}: opened here, ended when all roles have reached an end, or earlier by hand.
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class ShiftSession implements AutoCloseable {
    static final ProtocolSpec SPEC = ProtocolSpec.of(
            """
            parley\t1\texample.Shift
            role\tBoss
            role\tWorker
            edge\t0\t1\tFIFO\tBLOCK\t1\t1\tfalse\t1\t0
            message\tjob
            edge\t1\t0\tFIFO\tBLOCK\t1024\t1024\tfalse\t1\t0
            message\tprogress\tpercent:int:0:0
            message\ttookTooLong
            crash\tlost
            message\tsorry
            machine\t0
            state\tStart\tfalse
            send\t0\t1\t1
            state\tWork\tfalse
            receive\t1\t1\t1
            receive\t1\t2\t2
            receive\t1\t3\t3
            state\tApology\tfalse
            receive\t1\t4\t3
            state\tEnd\ttrue
            machine\t1
            state\tStart\tfalse
            receive\t0\t1\t1
            state\tWork\tfalse
            send\t1\t1\t1
            send\t1\t2\t2
            timeout\tPT1M\t1
            send\t1\t3\t3
            state\tApology\tfalse
            send\t1\t4\t3
            state\tEnd\ttrue
            """.split("\n"));

    private final Session session;

    private ShiftSession(Session session) {
        this.session = session;
    }

    /**
     * Opens a session in this process.
     */
    public static ShiftSession open() {
        return open(SessionOptions.defaults());
    }

    /**
     * Opens a session.
     */
    public static ShiftSession open(SessionOptions options) {
        return new ShiftSession(Session.open(SPEC, options));
    }

    /**
     * Goes on with a durable session where the journal in the options ends.
     */
    public static ShiftSession reopen(SessionOptions options) {
        return new ShiftSession(Session.reopen(SPEC, options));
    }

    /**
     * Plays all roles in a session of their own, each in a thread of its own, and waits until they are done.
     *
     * @throws X the first failure, with those that came after it suppressed
     */
    public static <X extends Exception> void run(RoleProgram<ShiftBoss.Start, X> boss,
            RoleProgram<ShiftWorker.Start, X> worker) throws X {
        run(SessionOptions.defaults(), boss, worker);
    }

    /**
     * Plays all roles in a session of their own, each in a thread of its own, and waits until they are done.
     *
     * @throws X the first failure, with those that came after it suppressed
     */
    public static <X extends Exception> void run(SessionOptions options,
            RoleProgram<ShiftBoss.Start, X> boss, RoleProgram<ShiftWorker.Start, X> worker) throws
            X {
        try (ShiftSession session = open(options)) {
            new SessionRunner<X>(session.session)
                    .role("Boss", session::boss, boss)
                    .role("Worker", session::worker, worker)
                    .run();
        }
    }

    /**
     * Enters the role Boss. To be called once.
     */
    public ShiftBoss.Start boss() {
        return ShiftBoss.enter(session);
    }

    /**
     * Lets a reactor play the role Boss, by events. To be called once.
     */
    public void boss(Reactor reactor, ShiftBoss.Handler handler) {
        ShiftBoss.enter(session, reactor, handler);
    }

    /**
     * Enters the role Worker. To be called once.
     */
    public ShiftWorker.Start worker() {
        return ShiftWorker.enter(session);
    }

    /**
     * Lets a reactor play the role Worker, by events. To be called once.
     *
     * @return has the handler look again whether it chooses
     */
    @CanIgnoreReturnValue
    public Prompt worker(Reactor reactor, ShiftWorker.Handler handler) {
        return ShiftWorker.enter(session, reactor, handler);
    }

    /**
     * Enters the role Boss where it stands in a reopened session. To be called once.
     */
    public ShiftBoss.Resumed resumeBoss() {
        return ShiftBoss.resume(session);
    }

    /**
     * Enters the role Worker where it stands in a reopened session. To be called once.
     */
    public ShiftWorker.Resumed resumeWorker() {
        return ShiftWorker.resume(session);
    }

    /**
     * Returns the id.
     */
    public String id() {
        return session.id();
    }

    /**
     * Returns the status.
     */
    public SessionStatus status() {
        return session.status();
    }

    /**
     * Returns where a role stands.
     */
    public LocalState localState(String role) {
        return session.localState(role);
    }

    /**
     * Returns the buffers.
     */
    public List<EdgeStatus> edges() {
        return session.edges();
    }

    /**
     * Ends the session at once; every role learns the reason at its next action.
     */
    public void cancel(String reason) {
        session.cancel(reason);
    }

    /**
     * Says that a role has crashed that was played in a thread of the caller's; {@code run} finds out by itself.
     */
    public void crash(String role, Throwable cause) {
        session.crash(role, cause);
    }

    /**
     * Waits for the session's end, and returns whether it came before the timeout.
     */
    public boolean awaitEnd(Duration timeout) throws InterruptedException {
        return session.awaitEnd(timeout);
    }

    /**
     * Lets nothing more be sent; what was sent may still be received.
     */
    @Override
    public void close() {
        session.close();
    }
}
