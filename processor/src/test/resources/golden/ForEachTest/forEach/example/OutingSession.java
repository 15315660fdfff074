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
 * A session of {@link Outing}: opened here, ended when all roles have reached an end, or earlier by hand.
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class OutingSession implements AutoCloseable {
    static final ProtocolSpec SPEC = ProtocolSpec.of(
            """
            parley\t1\texample.Outing
            role\tGuest\t0\t0
            role\tHost
            role\tHost.Reply.eachGuest\t0\t0
            edge\t0\t1\tFIFO\tBLOCK\t1\t1\tfalse\t1\t0
            message\tthanks\tstars:int:0:0
            edge\t0\t2\tFIFO\tBLOCK\t1\t1\ttrue\t1\t0
            message\task
            message\taccept\tfriends:int:0:0
            message\tdecline
            edge\t1\t0\tFIFO\tBLOCK\t1024\t1024\tfalse\t1\t1
            message\tinvite\twhere:java.lang.String:ref:0
            message\teat\tdish:java.lang.String:ref:0
            edge\t1\t2\tFIFO\tBLOCK\t1\t1\ttrue\t1\t0
            message\t(fork)
            edge\t2\t0\tFIFO\tBLOCK\t1\t1\ttrue\t1\t0
            message\tprice\teuros:int:0:0
            edge\t2\t1\tFIFO\tBLOCK\t1\t1\ttrue\t1\t0
            message\t(join)
            machine\t0
            state\tRound\tfalse
            receive\t2\t1\t1
            receive\t2\t2\t2
            state\tReply\tfalse
            send\t1\t1\t3
            send\t1\t2\t0
            send\t1\t3\t4
            leaves
            state\tDinner\tfalse
            send\t0\t1\t4
            leaves
            state\tPrice\tfalse
            receive\t4\t1\t1
            state\tEnd\ttrue
            machine\t1
            state\tRound\tfalse
            send\t2\t1\t1
            send\t2\t2\t2
            state\tReply\tfalse
            send\t3\t1\t3
            state\tDinner\tfalse
            receive\t0\t1\t4
            state\tInReply\tfalse
            receive\t5\t1\t0
            state\tEnd\ttrue
            machine\t2
            state\tIdle\ttrue
            receive\t3\t1\t1
            state\tStart\tfalse
            receive\t1\t1\t2
            receive\t1\t2\t3
            receive\t1\t3\t3
            leaves
            state\tPrice\tfalse
            send\t4\t1\t1
            state\tDone\tfalse
            send\t5\t1\t0
            """.split("\n"));

    private final Session session;

    private OutingSession(Session session) {
        this.session = session;
    }

    /**
     * Opens a session in this process.
     */
    public static OutingSession open(int guests) {
        return open(SessionOptions.defaults(), guests);
    }

    /**
     * Opens a session.
     */
    public static OutingSession open(SessionOptions options, int guests) {
        return new OutingSession(Session.open(SPEC, options, guests));
    }

    /**
     * Plays all roles in a session of their own, each in a thread of its own, and waits until they are done.
     *
     * @throws X the first failure, with those that came after it suppressed
     */
    public static <X extends Exception> void run(int guests,
            MemberProgram<OutingGuest.Round, X> guest, RoleProgram<OutingHost.Round, X> host) throws
            X {
        run(SessionOptions.defaults(), guests, guest, host);
    }

    /**
     * Plays all roles in a session of their own, each in a thread of its own, and waits until they are done.
     *
     * @throws X the first failure, with those that came after it suppressed
     */
    public static <X extends Exception> void run(SessionOptions options, int guests,
            MemberProgram<OutingGuest.Round, X> guest, RoleProgram<OutingHost.Round, X> host) throws
            X {
        try (OutingSession session = open(options, guests)) {
            new SessionRunner<X>(session.session)
                    .family("Guest", session::guest, guest)
                    .role("Host", session::host, host)
                    .run();
        }
    }

    /**
     * Becomes the member of Guest of an index, from 0. To be called once for each.
     */
    public OutingGuest.Round guest(int member) {
        return OutingGuest.enter(session, member);
    }

    /**
     * Enters the role Host. To be called once.
     */
    public OutingHost.Round host() {
        return OutingHost.enter(session);
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
