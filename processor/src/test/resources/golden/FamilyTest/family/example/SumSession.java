package example;

import dev.parley.runtime.EdgeStatus;
import dev.parley.runtime.LocalState;
import dev.parley.runtime.MemberProgram;
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
 * A session of {@link Sum}: opened here, ended when all roles have reached an end, or earlier by hand.
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class SumSession implements AutoCloseable {
    static final ProtocolSpec SPEC = ProtocolSpec.of(
            """
            parley\t1\texample.Sum
            role\tMaster
            role\tWorker\t1\t0
            edge\t0\t1\tFIFO\tBLOCK\t1\t1\ttrue\t1\t1
            message\twork\tn:int:0:0\twhat:java.lang.String:ref:0
            message\tdone
            edge\t1\t0\tFIFO\tBLOCK\t1\t1\ttrue\t2\t1
            message\tresult\tvalue:long:1:0\twhat:java.lang.String:ref:0
            machine\t0
            state\tRound\tfalse
            send\t0\t1\t1
            send\t0\t2\t2
            state\tAnswer\tfalse
            receive\t1\t1\t0
            state\tEnd\ttrue
            machine\t1
            state\tRound\tfalse
            receive\t0\t1\t1
            receive\t0\t2\t2
            state\tAnswer\tfalse
            send\t1\t1\t0
            state\tEnd\ttrue
            """.split("\n"));

    private final Session session;

    private SumSession(Session session) {
        this.session = session;
    }

    /**
     * Opens a session in this process.
     */
    public static SumSession open(int workers) {
        return open(SessionOptions.defaults(), workers);
    }

    /**
     * Opens a session.
     */
    public static SumSession open(SessionOptions options, int workers) {
        return new SumSession(Session.open(SPEC, options, workers));
    }

    /**
     * Plays all roles in a session of their own, each in a thread of its own, and waits until they are done.
     *
     * @throws X the first failure, with those that came after it suppressed
     */
    public static <X extends Exception> void run(int workers,
            RoleProgram<SumMaster.Round, X> master, MemberProgram<SumWorker.Round, X> worker) throws
            X {
        run(SessionOptions.defaults(), workers, master, worker);
    }

    /**
     * Plays all roles in a session of their own, each in a thread of its own, and waits until they are done.
     *
     * @throws X the first failure, with those that came after it suppressed
     */
    public static <X extends Exception> void run(SessionOptions options, int workers,
            RoleProgram<SumMaster.Round, X> master, MemberProgram<SumWorker.Round, X> worker) throws
            X {
        try (SumSession session = open(options, workers)) {
            new SessionRunner<X>(session.session)
                    .role("Master", session::master, master)
                    .family("Worker", session::worker, worker)
                    .run();
        }
    }

    /**
     * Enters the role Master. To be called once.
     */
    public SumMaster.Round master() {
        return SumMaster.enter(session);
    }

    /**
     * Becomes the member of Worker of an index, from 0. To be called once for each.
     */
    public SumWorker.Round worker(int member) {
        return SumWorker.enter(session, member);
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
     * Returns where a member of a family stands.
     */
    public LocalState localState(String family, int member) {
        return session.localState(family, member);
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
