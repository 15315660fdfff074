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
 * A session of {@link Poll}: opened here, ended when all roles have reached an end, or earlier by hand.
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class PollSession implements AutoCloseable {
    static final ProtocolSpec SPEC = ProtocolSpec.of(
            """
            parley\t1\texample.Poll
            role\tChair
            role\tVoter\t1\t0
            edge\t0\t1\tFIFO\tBLOCK\t1024\t1024\tfalse\t1\t1
            message\tquestion\ttext:java.lang.String:ref:0
            message\tclose
            edge\t1\t0\tFIFO\tBLOCK\t1\t1\tfalse\t1\t0
            message\tanswer\tyes:boolean:0:0
            machine\t0
            state\tRound\tfalse
            send\t0\t1\t1
            send\t0\t2\t2
            state\tAnswer\tfalse
            receive\t1\t1\t0
            state\tEnd\ttrue
            machine\t1
            state\tRound\ttrue
            receive\t0\t1\t1
            receive\t0\t2\t2
            state\tAnswer\tfalse
            send\t1\t1\t0
            late
            state\tEnd\ttrue
            """.split("\n"));

    private final Session session;

    private PollSession(Session session) {
        this.session = session;
    }

    /**
     * Opens a session in this process.
     */
    public static PollSession open(int voters) {
        return open(SessionOptions.defaults(), voters);
    }

    /**
     * Opens a session.
     */
    public static PollSession open(SessionOptions options, int voters) {
        return new PollSession(Session.open(SPEC, options, voters));
    }

    /**
     * Plays all roles in a session of their own, each in a thread of its own, and waits until they are done.
     *
     * @throws X the first failure, with those that came after it suppressed
     */
    public static <X extends Exception> void run(int voters, RoleProgram<PollChair.Round, X> chair,
            MemberProgram<PollVoter.Round, X> voter) throws X {
        run(SessionOptions.defaults(), voters, chair, voter);
    }

    /**
     * Plays all roles in a session of their own, each in a thread of its own, and waits until they are done.
     *
     * @throws X the first failure, with those that came after it suppressed
     */
    public static <X extends Exception> void run(SessionOptions options, int voters,
            RoleProgram<PollChair.Round, X> chair, MemberProgram<PollVoter.Round, X> voter) throws
            X {
        try (PollSession session = open(options, voters)) {
            new SessionRunner<X>(session.session)
                    .role("Chair", session::chair, chair)
                    .family("Voter", session::voter, voter)
                    .run();
        }
    }

    /**
     * Enters the role Chair. To be called once.
     */
    public PollChair.Round chair() {
        return PollChair.enter(session);
    }

    /**
     * Becomes the member of Voter of an index, from 0. To be called once for each.
     */
    public PollVoter.Round voter(int member) {
        return PollVoter.enter(session, member);
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
