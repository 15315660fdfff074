package example;

import dev.parley.runtime.EdgeStatus;
import dev.parley.runtime.LocalState;
import dev.parley.runtime.ProtocolSpec;
import dev.parley.runtime.RoleProgram;
import dev.parley.runtime.Session;
import dev.parley.runtime.SessionOptions;
import dev.parley.runtime.SessionRunner;
import dev.parley.runtime.SessionStatus;
import java.time.Duration;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * A session of {@link Rounds}: opened here, ended when all roles have reached an end, or earlier by hand.
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class RoundsSession implements AutoCloseable {
    static final ProtocolSpec SPEC = ProtocolSpec.of(
            """
            parley\t1\texample.Rounds
            role\tHost
            role\tHost.Both.left
            role\tHost.Both.right
            role\tWorker
            role\tWorker.Both.left
            role\tWorker.Both.right
            edge\t0\t1\tFIFO\tBLOCK\t1\t1\ttrue\t1\t0
            message\t(fork)
            edge\t0\t2\tFIFO\tBLOCK\t1\t1\ttrue\t1\t0
            message\t(fork)
            edge\t0\t3\tFIFO\tBLOCK\t1\t1\tfalse\t1\t0
            message\tgo
            message\tstop
            edge\t1\t0\tFIFO\tBLOCK\t1\t1\ttrue\t1\t0
            message\t(join)
            edge\t1\t4\tFIFO\tBLOCK\t1\t1\ttrue\t1\t0
            message\tleft\tnumber:int:0:0
            edge\t2\t0\tFIFO\tBLOCK\t1\t1\ttrue\t1\t0
            message\t(join)
            edge\t3\t4\tFIFO\tBLOCK\t1\t1\ttrue\t1\t0
            message\t(fork)
            edge\t3\t5\tFIFO\tBLOCK\t1\t1\ttrue\t1\t0
            message\t(fork)
            edge\t4\t1\tFIFO\tBLOCK\t1\t1\ttrue\t2\t0
            message\tresult\tsquare:long:1:0
            edge\t4\t3\tFIFO\tBLOCK\t1\t1\ttrue\t1\t0
            message\t(join)
            edge\t5\t2\tFIFO\tBLOCK\t1024\t1024\tfalse\t1\t1
            message\tmore\twhat:java.lang.String:ref:0
            message\tenough
            edge\t5\t3\tFIFO\tBLOCK\t1\t1\ttrue\t1\t0
            message\t(join)
            machine\t0
            state\tNext\tfalse
            send\t2\t1\t1
            send\t2\t2\t2
            state\tBoth\tfalse
            send\t0\t1\t3
            state\tEnd\ttrue
            state\tBoth\tfalse\tmulticast
            send\t1\t1\t4
            state\tInBoth\tfalse
            receive\t3\t1\t5
            state\tInBoth\tfalse
            receive\t5\t1\t0
            machine\t1
            state\tIdle\ttrue
            receive\t0\t1\t1
            state\tStart\tfalse
            send\t4\t1\t2
            state\tAnswer\tfalse
            receive\t8\t1\t3
            state\tDone\tfalse
            send\t3\t1\t0
            machine\t2
            state\tIdle\ttrue
            receive\t1\t1\t1
            state\tOffer\tfalse
            receive\t10\t1\t1
            receive\t10\t2\t2
            state\tDone\tfalse
            send\t5\t1\t0
            machine\t3
            state\tNext\tfalse
            receive\t2\t1\t1
            receive\t2\t2\t2
            state\tBoth\tfalse
            send\t6\t1\t3
            state\tEnd\ttrue
            state\tBoth\tfalse\tmulticast
            send\t7\t1\t4
            state\tInBoth\tfalse
            receive\t9\t1\t5
            state\tInBoth\tfalse
            receive\t11\t1\t0
            machine\t4
            state\tIdle\ttrue
            receive\t6\t1\t1
            state\tStart\tfalse
            receive\t4\t1\t2
            state\tAnswer\tfalse
            send\t8\t1\t3
            state\tDone\tfalse
            send\t9\t1\t0
            machine\t5
            state\tIdle\ttrue
            receive\t7\t1\t1
            state\tOffer\tfalse
            send\t10\t1\t1
            send\t10\t2\t2
            state\tDone\tfalse
            send\t11\t1\t0
            """.split("\n"));

    private final Session session;

    private RoundsSession(Session session) {
        this.session = session;
    }

    /**
     * Opens a session in this process.
     */
    public static RoundsSession open() {
        return open(SessionOptions.defaults());
    }

    /**
     * Opens a session.
     */
    public static RoundsSession open(SessionOptions options) {
        return new RoundsSession(Session.open(SPEC, options));
    }

    /**
     * Goes on with a durable session where the journal in the options ends.
     */
    public static RoundsSession reopen(SessionOptions options) {
        return new RoundsSession(Session.reopen(SPEC, options));
    }

    /**
     * Plays all roles in a session of their own, each in a thread of its own, and waits until they are done.
     *
     * @throws X the first failure, with those that came after it suppressed
     */
    public static <X extends Exception> void run(RoleProgram<RoundsHost.Next, X> host,
            RoleProgram<RoundsWorker.Next, X> worker) throws X {
        run(SessionOptions.defaults(), host, worker);
    }

    /**
     * Plays all roles in a session of their own, each in a thread of its own, and waits until they are done.
     *
     * @throws X the first failure, with those that came after it suppressed
     */
    public static <X extends Exception> void run(SessionOptions options,
            RoleProgram<RoundsHost.Next, X> host, RoleProgram<RoundsWorker.Next, X> worker) throws
            X {
        try (RoundsSession session = open(options)) {
            new SessionRunner<X>(session.session)
                    .role("Host", session::host, host)
                    .role("Worker", session::worker, worker)
                    .run();
        }
    }

    /**
     * Enters the role Host. To be called once.
     */
    public RoundsHost.Next host() {
        return RoundsHost.enter(session);
    }

    /**
     * Enters the role Worker. To be called once.
     */
    public RoundsWorker.Next worker() {
        return RoundsWorker.enter(session);
    }

    /**
     * Enters the role Host where it stands in a reopened session. To be called once.
     */
    public RoundsHost.Resumed resumeHost() {
        return RoundsHost.resume(session);
    }

    /**
     * Enters the role Worker where it stands in a reopened session. To be called once.
     */
    public RoundsWorker.Resumed resumeWorker() {
        return RoundsWorker.resume(session);
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
