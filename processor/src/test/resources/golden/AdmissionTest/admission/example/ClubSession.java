package example;

import dev.parley.runtime.EdgeStatus;
import dev.parley.runtime.LocalState;
import dev.parley.runtime.MemberProgram;
import dev.parley.runtime.ProtocolSpec;
import dev.parley.runtime.RoleProgram;
import dev.parley.runtime.Session;
import dev.parley.runtime.SessionCancelledException;
import dev.parley.runtime.SessionClosedException;
import dev.parley.runtime.SessionOptions;
import dev.parley.runtime.SessionRunner;
import dev.parley.runtime.SessionStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javax.annotation.processing.Generated;

/**
 * A session of {@link Club}: opened here, ended when all roles have reached an end, or earlier by hand.
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class ClubSession implements AutoCloseable {
    static final ProtocolSpec SPEC = ProtocolSpec.of(
            """
            parley\t1\texample.Club
            role\tGuest\t0\t0
            role\tHost
            role\tHost.Turn.eachGuest\t0\t0
            role\tPorter
            edge\t0\t1\tFIFO\tBLOCK\t1\t1\tfalse\t1\t0
            message\there\tround:int:0:0
            edge\t0\t2\tFIFO\tBLOCK\t1\t1\tfalse\t1\t0
            message\tstay
            message\tleave
            edge\t1\t0\tFIFO\tBLOCK\t1024\t1024\tfalse\t1\t1
            message\twelcome
            message\ttell\twhat:java.lang.String:ref:0
            message\tcount\tround:int:0:0
            message\task
            message\tclose
            edge\t1\t2\tFIFO\tBLOCK\t1\t1\ttrue\t1\t0
            message\t(fork)
            edge\t1\t3\tFIFO\tBLOCK\t1\t1\tfalse\t1\t0
            message\tclose
            edge\t2\t1\tFIFO\tBLOCK\t1\t1\ttrue\t1\t0
            message\t(join)
            edge\t3\t0\tFIFO\tBLOCK\t1\t1\tfalse\t1\t0
            message\tticket\tnumber:int:0:0
            machine\t0
            state\tStart\tfalse
            receive\t6\t1\t1
            state\tTicket\tfalse
            receive\t2\t1\t2
            state\tEvening\tfalse
            receive\t2\t2\t2
            receive\t2\t3\t3
            receive\t2\t4\t4
            receive\t2\t5\t5
            state\tCounting\tfalse
            send\t0\t1\t2
            state\tTurn\tfalse
            send\t1\t1\t2
            send\t1\t2\t5
            leaves
            state\tEnd\ttrue
            machine\t1
            state\tStart\tfalse
            send\t2\t1\t1
            state\tEvening\tfalse
            send\t2\t2\t1
            send\t2\t3\t2
            send\t2\t4\t3
            send\t2\t5\t4
            state\tCounting\tfalse
            receive\t0\t1\t1
            state\tTurn\tfalse
            send\t3\t1\t5
            state\tEvening\tfalse\tmulticast
            send\t4\t1\t6
            state\tInTurn\tfalse
            receive\t5\t1\t1
            state\tEnd\ttrue
            machine\t2
            state\tIdle\ttrue
            receive\t3\t1\t1
            state\tStart\tfalse
            receive\t1\t1\t2
            receive\t1\t2\t2
            leaves
            state\tDone\tfalse
            send\t5\t1\t0
            machine\t3
            state\tStart\tfalse
            send\t6\t1\t1
            state\tEvening\tfalse
            receive\t4\t1\t2
            state\tEnd\ttrue
            """.split("\n"));

    private final Session session;

    private ClubSession(Session session) {
        this.session = session;
    }

    /**
     * Opens a session in this process.
     */
    public static ClubSession open(int guests) {
        return open(SessionOptions.defaults(), guests);
    }

    /**
     * Opens a session.
     */
    public static ClubSession open(SessionOptions options, int guests) {
        return new ClubSession(Session.open(SPEC, options, guests));
    }

    /**
     * Plays all roles in a session of their own, each in a thread of its own, and waits until they are done.
     *
     * @throws X the first failure, with those that came after it suppressed
     */
    public static <X extends Exception> void run(int guests,
            MemberProgram<ClubGuest.Start, X> guest, RoleProgram<ClubHost.Start, X> host,
            RoleProgram<ClubPorter.Start, X> porter) throws X {
        run(SessionOptions.defaults(), guests, guest, host, porter);
    }

    /**
     * Plays all roles in a session of their own, each in a thread of its own, and waits until they are done.
     *
     * @throws X the first failure, with those that came after it suppressed
     */
    public static <X extends Exception> void run(SessionOptions options, int guests,
            MemberProgram<ClubGuest.Start, X> guest, RoleProgram<ClubHost.Start, X> host,
            RoleProgram<ClubPorter.Start, X> porter) throws X {
        try (ClubSession session = open(options, guests)) {
            new SessionRunner<X>(session.session)
                    .family("Guest", session::guest, guest)
                    .role("Host", session::host, host)
                    .role("Porter", session::porter, porter)
                    .run();
        }
    }

    /**
     * Plays all roles in a session of their own, and some that join while it runs, each in a thread of its own, and waits until they are done.
     *
     * @throws X the first failure, with those that came after it suppressed
     */
    public static <X extends Exception> void run(int guests, int joiningGuests,
            MemberProgram<ClubGuest.Start, X> guest, RoleProgram<ClubHost.Start, X> host,
            RoleProgram<ClubPorter.Start, X> porter, RoleProgram<ClubGuest.Evening, X> joiningGuest)
            throws X {
        run(SessionOptions.defaults(), guests, joiningGuests, guest, host, porter, joiningGuest);
    }

    /**
     * Plays all roles in a session of their own, and some that join while it runs, each in a thread of its own, and waits until they are done.
     *
     * @throws X the first failure, with those that came after it suppressed
     */
    public static <X extends Exception> void run(SessionOptions options, int guests,
            int joiningGuests, MemberProgram<ClubGuest.Start, X> guest,
            RoleProgram<ClubHost.Start, X> host, RoleProgram<ClubPorter.Start, X> porter,
            RoleProgram<ClubGuest.Evening, X> joiningGuest) throws X {
        try (ClubSession session = open(options, guests)) {
            new SessionRunner<X>(session.session)
                    .family("Guest", session::guest, guest)
                    .role("Host", session::host, host)
                    .role("Porter", session::porter, porter)
                    .joining(joiningGuests, () -> ClubGuest.joinEvening(session.session), joiningGuest)
                    .run();
        }
    }

    /**
     * Becomes the member of Guest of an index, from 0. To be called once for each.
     */
    public ClubGuest.Start guest(int member) {
        return ClubGuest.enter(session, member);
    }

    /**
     * Enters the role Host. To be called once.
     */
    public ClubHost.Start host() {
        return ClubHost.enter(session);
    }

    /**
     * Enters the role Porter. To be called once.
     */
    public ClubPorter.Start porter() {
        return ClubPorter.enter(session);
    }

    /**
     * Becomes a new member of Guest: waits until the run comes to where members may join, and this one is taken in.
     *
     * @throws SessionClosedException if the session ends before that, or is ending
     * @throws SessionCancelledException if it was cancelled or has failed
     */
    public ClubGuest.Evening joinGuest() {
        return ClubGuest.joinEvening(session).join();
    }

    /**
     * Becomes a new member of Guest: waits until the run comes to where members may join, and this one is taken in.
     *
     * @throws SessionClosedException if the session ends before that, or is ending
     * @throws SessionCancelledException if it was cancelled or has failed
     * @throws TimeoutException if it has not been taken in by then
     */
    public ClubGuest.Evening joinGuest(Duration atMost) throws TimeoutException {
        return ClubGuest.joinEvening(session).join(atMost);
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
