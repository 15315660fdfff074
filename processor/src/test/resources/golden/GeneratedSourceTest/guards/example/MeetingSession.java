package example;

import dev.parley.runtime.EdgeStatus;
import dev.parley.runtime.LocalState;
import dev.parley.runtime.ProtocolSpec;
import dev.parley.runtime.Reactor;
import dev.parley.runtime.RoleProgram;
import dev.parley.runtime.Session;
import dev.parley.runtime.SessionOptions;
import dev.parley.runtime.SessionRunner;
import dev.parley.runtime.SessionStatus;
import dev.parley.runtime.effect.Effects;
import java.time.Duration;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * A session of {@link Meeting}: opened here, ended when all roles have reached an end, or earlier by hand.
 * Messages are guarded: the options say who may send them, and where facts are recorded.
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class MeetingSession implements AutoCloseable {
    static final ProtocolSpec SPEC = ProtocolSpec.of(
            """
            parley\t1\texample.Meeting
            role\tGuest
            role\tHost
            role\tWaiter
            edge\t1\t0\tFIFO\tBLOCK\t1024\t1024\tfalse\t1\t1
            message\tinvite\twhat:java.lang.String:ref:0
            message\tremind
            message\tclose
            edge\t1\t2\tFIFO\tBLOCK\t1024\t1024\tfalse\t1\t1
            message\tinvite\twhat:java.lang.String:ref:0
            message\tclose
            machine\t0
            state\tPlanning\tfalse
            receive\t0\t1\t0
            receive\t0\t2\t0
            receive\t0\t3\t1
            state\tEnd\ttrue
            machine\t1
            state\tPlanning\tfalse
            send\t0\t1\t1
            guard\tsession:create\t100\tinvited\tHost\tGuest\tWaiter
            send\t0\t2\t0
            guard\t\t10\t\tHost\tGuest
            send\t0\t3\t2
            state\tPlanning\tfalse\tmulticast
            send\t1\t1\t0
            state\tPlanning\tfalse\tmulticast
            send\t1\t2\t3
            state\tEnd\ttrue
            machine\t2
            state\tPlanning\tfalse
            receive\t1\t1\t0
            receive\t1\t2\t1
            state\tEnd\ttrue
            """.split("\n"));

    private final Session session;

    private MeetingSession(Session session) {
        this.session = session;
    }

    /**
     * Opens a session.
     */
    public static MeetingSession open(SessionOptions options) {
        return new MeetingSession(Session.open(SPEC, options));
    }

    /**
     * Goes on with a durable session where the journal in the options ends.
     */
    public static MeetingSession reopen(SessionOptions options) {
        return new MeetingSession(Session.reopen(SPEC, options));
    }

    /**
     * Plays all roles in a session of their own, each in a thread of its own, and waits until they are done.
     *
     * @throws X the first failure, with those that came after it suppressed
     */
    public static <X extends Exception> void run(SessionOptions options,
            RoleProgram<MeetingGuest.Planning, X> guest, RoleProgram<MeetingHost.Planning, X> host,
            RoleProgram<MeetingWaiter.Planning, X> waiter) throws X {
        try (MeetingSession session = open(options)) {
            new SessionRunner<X>(session.session)
                    .role("Guest", session::guest, guest)
                    .role("Host", session::host, host)
                    .role("Waiter", session::waiter, waiter)
                    .run();
        }
    }

    /**
     * Enters the role Guest. To be called once.
     */
    public MeetingGuest.Planning guest() {
        return MeetingGuest.enter(session);
    }

    /**
     * Lets a reactor play the role Guest, by events. To be called once.
     */
    public void guest(Reactor reactor, MeetingGuest.Handler handler) {
        MeetingGuest.enter(session, reactor, handler);
    }

    /**
     * Enters the role Host. To be called once.
     */
    public MeetingHost.Planning host() {
        return MeetingHost.enter(session);
    }

    /**
     * Lets a reactor play the role Host, by events. To be called once.
     */
    public void host(Reactor reactor, MeetingHost.Handler handler) {
        MeetingHost.enter(session, reactor, handler);
    }

    /**
     * Enters the role Waiter. To be called once.
     */
    public MeetingWaiter.Planning waiter() {
        return MeetingWaiter.enter(session);
    }

    /**
     * Lets a reactor play the role Waiter, by events. To be called once.
     */
    public void waiter(Reactor reactor, MeetingWaiter.Handler handler) {
        MeetingWaiter.enter(session, reactor, handler);
    }

    /**
     * Enters the role Guest where it stands in a reopened session. To be called once.
     */
    public MeetingGuest.Resumed resumeGuest() {
        return MeetingGuest.resume(session);
    }

    /**
     * Enters the role Host where it stands in a reopened session. To be called once.
     */
    public MeetingHost.Resumed resumeHost() {
        return MeetingHost.resume(session);
    }

    /**
     * Enters the role Waiter where it stands in a reopened session. To be called once.
     */
    public MeetingWaiter.Resumed resumeWaiter() {
        return MeetingWaiter.resume(session);
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
     * Returns who may do what now, and what changes it.
     */
    public Effects effects() {
        return session.effects();
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
