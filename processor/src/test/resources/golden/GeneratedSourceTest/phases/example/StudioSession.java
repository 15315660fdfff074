package example;

import dev.parley.runtime.EdgeStatus;
import dev.parley.runtime.LocalState;
import dev.parley.runtime.Phases;
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
 * A session of {@link Studio}: opened here, ended when all roles have reached an end, or earlier by hand.
 */
@Generated("dev.parley.processor.ProtocolProcessor")
@SuppressWarnings({"deprecation", "exports", "rawtypes", "removal"})
public final class StudioSession implements AutoCloseable {
    static final ProtocolSpec SPEC = ProtocolSpec.of(
            """
            parley\t1\texample.Studio
            role\tArchive
            role\tAuthor
            role\tEditor
            phase\tdesign
            phase\tbuild
            phase\tclean up
            edge\t0\t2\tFIFO\tBLOCK\t1\t1\tfalse\t1\t0
            message\tprinted
            edge\t1\t0\tFIFO\tBLOCK\t1\t1\tfalse\t1\t0
            message\tproof
            edge\t1\t2\tFIFO\tBLOCK\t1\t1\ttrue\t1\t1
            message\tdraft\ttext:java.lang.String:ref:0
            edge\t2\t1\tFIFO\tBLOCK\t1\t1\ttrue\t1\t0
            message\thello
            message\tagain
            message\taccept
            message\treject
            machine\t0
            state\tPrinting\ttrue
            receive\t1\t1\t1
            in\t1
            state\tProof\tfalse
            send\t0\t1\t2
            in\t1
            state\tEnd\ttrue
            machine\t1
            state\tStart\tfalse
            receive\t3\t1\t1
            state\tDrafting\tfalse
            send\t2\t1\t2
            in\t0
            state\tVerdict\tfalse
            receive\t3\t2\t1
            in\t0
            receive\t3\t3\t3
            in\t1
            receive\t3\t4\t4
            in\t2
            state\tPrinting\tfalse
            send\t1\t1\t4
            in\t1
            state\tEnd\ttrue
            machine\t2
            state\tStart\tfalse
            send\t3\t1\t1
            state\tDrafting\tfalse
            receive\t2\t1\t2
            in\t0
            state\tVerdict\tfalse
            send\t3\t2\t1
            in\t0
            send\t3\t3\t3
            in\t1
            send\t3\t4\t4
            in\t2
            state\tBeforePrinted\tfalse
            receive\t0\t1\t4
            in\t1
            state\tEnd\ttrue
            """.split("\n"));

    private final Session session;

    private StudioSession(Session session) {
        this.session = session;
    }

    /**
     * Opens a session in this process.
     */
    public static StudioSession open() {
        return open(SessionOptions.defaults());
    }

    /**
     * Opens a session.
     */
    public static StudioSession open(SessionOptions options) {
        return new StudioSession(Session.open(SPEC, options));
    }

    /**
     * Goes on with a durable session where the journal in the options ends.
     */
    public static StudioSession reopen(SessionOptions options) {
        return new StudioSession(Session.reopen(SPEC, options));
    }

    /**
     * Plays all roles in a session of their own, each in a thread of its own, and waits until they are done.
     *
     * @throws X the first failure, with those that came after it suppressed
     */
    public static <X extends Exception> void run(RoleProgram<StudioArchive.Printing, X> archive,
            RoleProgram<StudioAuthor.Start, X> author, RoleProgram<StudioEditor.Start, X> editor)
            throws X {
        run(SessionOptions.defaults(), archive, author, editor);
    }

    /**
     * Plays all roles in a session of their own, each in a thread of its own, and waits until they are done.
     *
     * @throws X the first failure, with those that came after it suppressed
     */
    public static <X extends Exception> void run(SessionOptions options,
            RoleProgram<StudioArchive.Printing, X> archive,
            RoleProgram<StudioAuthor.Start, X> author, RoleProgram<StudioEditor.Start, X> editor)
            throws X {
        try (StudioSession session = open(options)) {
            new SessionRunner<X>(session.session)
                    .role("Archive", session::archive, archive)
                    .role("Author", session::author, author)
                    .role("Editor", session::editor, editor)
                    .run();
        }
    }

    /**
     * Enters the role Archive. To be called once.
     */
    public StudioArchive.Printing archive() {
        return StudioArchive.enter(session);
    }

    /**
     * Lets a reactor play the role Archive, by events. To be called once.
     */
    public void archive(Reactor reactor, StudioArchive.Handler handler) {
        StudioArchive.enter(session, reactor, handler);
    }

    /**
     * Enters the role Author. To be called once.
     */
    public StudioAuthor.Start author() {
        return StudioAuthor.enter(session);
    }

    /**
     * Lets a reactor play the role Author, by events. To be called once.
     */
    public void author(Reactor reactor, StudioAuthor.Handler handler) {
        StudioAuthor.enter(session, reactor, handler);
    }

    /**
     * Enters the role Editor. To be called once.
     */
    public StudioEditor.Start editor() {
        return StudioEditor.enter(session);
    }

    /**
     * Lets a reactor play the role Editor, by events. To be called once.
     */
    public void editor(Reactor reactor, StudioEditor.Handler handler) {
        StudioEditor.enter(session, reactor, handler);
    }

    /**
     * Enters the role Archive where it stands in a reopened session. To be called once.
     */
    public StudioArchive.Resumed resumeArchive() {
        return StudioArchive.resume(session);
    }

    /**
     * Enters the role Author where it stands in a reopened session. To be called once.
     */
    public StudioAuthor.Resumed resumeAuthor() {
        return StudioAuthor.resume(session);
    }

    /**
     * Enters the role Editor where it stands in a reopened session. To be called once.
     */
    public StudioEditor.Resumed resumeEditor() {
        return StudioEditor.resume(session);
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
     * Returns which phases are current, completed and pending.
     */
    public Phases phases() {
        return session.phases();
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
