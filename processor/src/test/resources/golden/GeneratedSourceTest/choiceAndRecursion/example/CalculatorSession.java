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
 * A session of {@link Calculator}: opened here, ended when all roles have reached an end, or earlier by hand.
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class CalculatorSession implements AutoCloseable {
    static final ProtocolSpec SPEC = ProtocolSpec.of(
            """
            parley\t1\texample.Calculator
            role\tClient
            role\tServer
            edge\t0\t1\tFIFO\tBLOCK\t1\t1\ttrue\t2\t0
            message\tadd\tx:int:0:0\ty:int:1:0
            message\tbye
            edge\t1\t0\tFIFO\tBLOCK\t1\t1\ttrue\t2\t0
            message\tsum\tvalue:long:1:0
            machine\t0
            state\tAsk\tfalse
            send\t0\t1\t1
            send\t0\t2\t2
            state\tReply\tfalse
            receive\t1\t1\t0
            state\tEnd\ttrue
            machine\t1
            state\tAsk\tfalse
            receive\t0\t1\t1
            receive\t0\t2\t2
            state\tReply\tfalse
            send\t1\t1\t0
            state\tEnd\ttrue
            """.split("\n"));

    private final Session session;

    private CalculatorSession(Session session) {
        this.session = session;
    }

    /**
     * Opens a session in this process.
     */
    public static CalculatorSession open() {
        return open(SessionOptions.defaults());
    }

    /**
     * Opens a session.
     */
    public static CalculatorSession open(SessionOptions options) {
        return new CalculatorSession(Session.open(SPEC, options));
    }

    /**
     * Goes on with a durable session where the journal in the options ends.
     */
    public static CalculatorSession reopen(SessionOptions options) {
        return new CalculatorSession(Session.reopen(SPEC, options));
    }

    /**
     * Plays all roles in a session of their own, each in a thread of its own, and waits until they are done.
     *
     * @throws X the first failure, with those that came after it suppressed
     */
    public static <X extends Exception> void run(RoleProgram<CalculatorClient.Ask, X> client,
            RoleProgram<CalculatorServer.Ask, X> server) throws X {
        run(SessionOptions.defaults(), client, server);
    }

    /**
     * Plays all roles in a session of their own, each in a thread of its own, and waits until they are done.
     *
     * @throws X the first failure, with those that came after it suppressed
     */
    public static <X extends Exception> void run(SessionOptions options,
            RoleProgram<CalculatorClient.Ask, X> client,
            RoleProgram<CalculatorServer.Ask, X> server) throws X {
        try (CalculatorSession session = open(options)) {
            new SessionRunner<X>(session.session)
                    .role("Client", session::client, client)
                    .role("Server", session::server, server)
                    .run();
        }
    }

    /**
     * Enters the role Client. To be called once.
     */
    public CalculatorClient.Ask client() {
        return CalculatorClient.enter(session);
    }

    /**
     * Lets a reactor play the role Client, by events. To be called once.
     */
    public void client(Reactor reactor, CalculatorClient.Handler handler) {
        CalculatorClient.enter(session, reactor, handler);
    }

    /**
     * Enters the role Server. To be called once.
     */
    public CalculatorServer.Ask server() {
        return CalculatorServer.enter(session);
    }

    /**
     * Lets a reactor play the role Server, by events. To be called once.
     */
    public void server(Reactor reactor, CalculatorServer.Handler handler) {
        CalculatorServer.enter(session, reactor, handler);
    }

    /**
     * Enters the role Client where it stands in a reopened session. To be called once.
     */
    public CalculatorClient.Resumed resumeClient() {
        return CalculatorClient.resume(session);
    }

    /**
     * Enters the role Server where it stands in a reopened session. To be called once.
     */
    public CalculatorServer.Resumed resumeServer() {
        return CalculatorServer.resume(session);
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
