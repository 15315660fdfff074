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
import java.time.Duration;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * A session of {@link TwoBuyer}: opened here, ended when all roles have reached an end, or earlier by hand.
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class TwoBuyerSession implements AutoCloseable {
    static final ProtocolSpec SPEC = ProtocolSpec.of(
            """
            parley\t1\texample.TwoBuyer
            role\tBuyer
            role\tFriend
            role\tSeller
            edge\t0\t1\tFIFO\tBLOCK\t1\t1\ttrue\t1\t0
            message\tshare\teuros:int:0:0
            edge\t0\t2\tFIFO\tBLOCK\t1\t1\ttrue\t1\t1
            message\ttitle\ttitle:java.lang.String:ref:0
            edge\t1\t0\tFIFO\tBLOCK\t1\t1\ttrue\t1\t1
            message\taccept\taddress:java.lang.String:ref:0
            message\treject
            edge\t1\t2\tFIFO\tBLOCK\t1\t1\ttrue\t1\t1
            message\taccept\taddress:java.lang.String:ref:0
            message\treject
            edge\t2\t0\tFIFO\tBLOCK\t1\t1\ttrue\t1\t0
            message\tquote\teuros:int:0:0
            edge\t2\t1\tFIFO\tBLOCK\t1\t1\ttrue\t1\t1
            message\tquote\teuros:int:0:0
            message\tship\tdate:java.time.LocalDate:ref:0
            machine\t0
            state\tStart\tfalse
            send\t1\t1\t1
            state\tBeforeQuote\tfalse
            receive\t4\t1\t2
            state\tQuote\tfalse
            send\t0\t1\t3
            state\tDecision\tfalse
            receive\t2\t1\t4
            receive\t2\t2\t4
            state\tEnd\ttrue
            machine\t1
            state\tStart\tfalse
            receive\t5\t1\t1
            state\tQuote\tfalse
            receive\t0\t1\t2
            state\tDecision\tfalse
            send\t2\t1\t3
            send\t2\t2\t4
            state\tDecision\tfalse\tmulticast
            send\t3\t1\t5
            state\tDecision\tfalse\tmulticast
            send\t3\t2\t6
            state\tDelivery\tfalse
            receive\t5\t2\t6
            state\tEnd\ttrue
            machine\t2
            state\tStart\tfalse
            receive\t1\t1\t1
            state\tTitle\tfalse
            send\t4\t1\t2
            state\tBeforeQuote\tfalse\tmulticast
            send\t5\t1\t3
            state\tDecision\tfalse
            receive\t3\t1\t4
            receive\t3\t2\t5
            state\tDelivery\tfalse
            send\t5\t2\t5
            state\tEnd\ttrue
            """.split("\n"));

    private final Session session;

    private TwoBuyerSession(Session session) {
        this.session = session;
    }

    /**
     * Opens a session in this process.
     */
    public static TwoBuyerSession open() {
        return open(SessionOptions.defaults());
    }

    /**
     * Opens a session.
     */
    public static TwoBuyerSession open(SessionOptions options) {
        return new TwoBuyerSession(Session.open(SPEC, options));
    }

    /**
     * Goes on with a durable session where the journal in the options ends.
     */
    public static TwoBuyerSession reopen(SessionOptions options) {
        return new TwoBuyerSession(Session.reopen(SPEC, options));
    }

    /**
     * Plays all roles in a session of their own, each in a thread of its own, and waits until they are done.
     *
     * @throws X the first failure, with those that came after it suppressed
     */
    public static <X extends Exception> void run(RoleProgram<TwoBuyerBuyer.Start, X> buyer,
            RoleProgram<TwoBuyerFriend.Start, X> friend,
            RoleProgram<TwoBuyerSeller.Start, X> seller) throws X {
        run(SessionOptions.defaults(), buyer, friend, seller);
    }

    /**
     * Plays all roles in a session of their own, each in a thread of its own, and waits until they are done.
     *
     * @throws X the first failure, with those that came after it suppressed
     */
    public static <X extends Exception> void run(SessionOptions options,
            RoleProgram<TwoBuyerBuyer.Start, X> buyer, RoleProgram<TwoBuyerFriend.Start, X> friend,
            RoleProgram<TwoBuyerSeller.Start, X> seller) throws X {
        try (TwoBuyerSession session = open(options)) {
            new SessionRunner<X>(session.session)
                    .role("Buyer", session::buyer, buyer)
                    .role("Friend", session::friend, friend)
                    .role("Seller", session::seller, seller)
                    .run();
        }
    }

    /**
     * Enters the role Buyer. To be called once.
     */
    public TwoBuyerBuyer.Start buyer() {
        return TwoBuyerBuyer.enter(session);
    }

    /**
     * Lets a reactor play the role Buyer, by events. To be called once.
     */
    public void buyer(Reactor reactor, TwoBuyerBuyer.Handler handler) {
        TwoBuyerBuyer.enter(session, reactor, handler);
    }

    /**
     * Enters the role Friend. To be called once.
     */
    public TwoBuyerFriend.Start friend() {
        return TwoBuyerFriend.enter(session);
    }

    /**
     * Lets a reactor play the role Friend, by events. To be called once.
     */
    public void friend(Reactor reactor, TwoBuyerFriend.Handler handler) {
        TwoBuyerFriend.enter(session, reactor, handler);
    }

    /**
     * Enters the role Seller. To be called once.
     */
    public TwoBuyerSeller.Start seller() {
        return TwoBuyerSeller.enter(session);
    }

    /**
     * Lets a reactor play the role Seller, by events. To be called once.
     */
    public void seller(Reactor reactor, TwoBuyerSeller.Handler handler) {
        TwoBuyerSeller.enter(session, reactor, handler);
    }

    /**
     * Enters the role Buyer where it stands in a reopened session. To be called once.
     */
    public TwoBuyerBuyer.Resumed resumeBuyer() {
        return TwoBuyerBuyer.resume(session);
    }

    /**
     * Enters the role Friend where it stands in a reopened session. To be called once.
     */
    public TwoBuyerFriend.Resumed resumeFriend() {
        return TwoBuyerFriend.resume(session);
    }

    /**
     * Enters the role Seller where it stands in a reopened session. To be called once.
     */
    public TwoBuyerSeller.Resumed resumeSeller() {
        return TwoBuyerSeller.resume(session);
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
