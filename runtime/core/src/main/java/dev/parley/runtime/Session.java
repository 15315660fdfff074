package dev.parley.runtime;

import dev.parley.runtime.buffer.Gate;
import dev.parley.runtime.effect.Effects;
import dev.parley.runtime.journal.JournalException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One run of a protocol: its roles, the buffers between them, and its status. Users meet it through the generated class of
 * their protocol.
 *
 * <p>A session ends by itself when all roles have reached an end of the protocol. {@link #close} ends it earlier, without
 * losing what was sent; {@link #cancel} and {@link #fault} end it at once, and every role learns of it at its next action,
 * waiting ones immediately. Safe for use by many threads.
 */
public final class Session extends Ensemble implements AutoCloseable, Place {

    private static final VarHandle QUIESCENCE;
    private static final VarHandle UNFINISHED;

    static {
        try {
            QUIESCENCE = MethodHandles.lookup().findVarHandle(Session.class, "quiescence", Quiescence.class);
            UNFINISHED = MethodHandles.lookup().findVarHandle(Session.class, "unfinished", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final StatusMachine status;

    /** Made when the first part rests or finishes, as many sessions wait long before that. */
    private volatile @Nullable Quiescence quiescence;

    /** How many parts have yet to depart. */
    @SuppressWarnings("unused") // but by its handle
    private volatile int unfinished;

    /** Null where the protocol has no phases. */
    private final @Nullable PhaseTracker phases;

    /** Null where nothing is guarded. */
    private final @Nullable Guarding guarding;

    Session(ProtocolSpec protocol, SessionOptions options, @Nullable Durable durable, int... sizes) {
        super(protocol, options, durable, sizes);
        this.status = new StatusMachine(this);
        this.unfinished = (int)
                players().filter(part -> !transports().isRemote(roleOf(part))).count();
        this.phases = protocol.phases().isEmpty() ? null : new PhaseTracker(this, options.listeners());
        this.guarding = Guarding.of(this, status, options, role -> !transports().isRemote(role));
    }

    /**
     * Opens a session.
     *
     * @param protocol what is played
     * @param options how
     * @param sizes how many members each family has at first, in the order of their roles
     * @throws IllegalStateException if the id asked for is taken, or the journal has a session in it
     * @throws IllegalArgumentException if an edge to or from a role played elsewhere has no transport, several, or one that
     *     cannot carry it, if messages are guarded and the options do not say what their guards need, if a size is missing
     *     or below the family's minimum, or if the session cannot be journaled
     * @throws dev.parley.runtime.journal.JournalException if the journal cannot be read or written
     */
    public static Session open(ProtocolSpec protocol, SessionOptions options, int... sizes) {
        return Opening.open(protocol, options, Durable.open(protocol, options), sizes);
    }

    /**
     * Goes on with a durable session where its journal ends: each role is in the state it was in, and what was sent to it and not
     * received is there. If it was over, it is so again. An empty journal begins a session.
     *
     * @param protocol what is played
     * @param options how, with the journal
     * @throws IllegalStateException if the journal's session is not the one whose id is given, or is of another protocol or of
     *     another version of it, or if it is open already
     * @throws IllegalArgumentException if there is no journal, or the session cannot be journaled
     * @throws dev.parley.runtime.journal.JournalException if the journal cannot be read or written, or was damaged
     */
    public static Session reopen(ProtocolSpec protocol, SessionOptions options) {
        return Opening.open(protocol, options, Durable.reopen(protocol, options));
    }

    /** Returns this session. */
    @Override
    public Session session() {
        return this;
    }

    /** Returns null: roles are entered at their start here. */
    @Override
    public @Nullable Endpoint before() {
        return null;
    }

    /** Returns the status. */
    public SessionStatus status() {
        // The role that took the last message may have looked just before the session began to drain.
        closeIfDrained();
        return status.standing().status();
    }

    /** Returns why the session was cancelled or faulted; empty if it was not. */
    public String reason() {
        return status.standing().reason();
    }

    /** Returns the failure that ended the session, if one did. */
    public Optional<Throwable> cause() {
        return Optional.ofNullable(status.standing().cause());
    }

    /** Returns the edges, in the order of the protocol's. */
    public List<EdgeStatus> edges() {
        return IntStream.range(0, protocol().edges().size())
                .mapToObj(this::status)
                .toList();
    }

    /** Returns which phases of the protocol are current, completed and pending. When the session has ended that stays as it was. */
    public Phases phases() {
        return phases == null ? Phases.NONE : phases.report();
    }

    /**
     * Returns who may do what now, and what changes it.
     *
     * @throws IllegalStateException if no message of the protocol is guarded
     */
    public Effects effects() {
        return guarding().effects();
    }

    /**
     * Lets nothing more be sent. What was sent before may still be received; then the session is closed. Does not wait for that,
     * and does nothing if the session is draining already or has ended.
     *
     * <p>A durable session is closed at once: what was sent is in its journal, and is received when it is reopened.
     *
     * <p>A send that runs at the same time is refused, or is received, or, rarely, returns although its receiver has found the
     * session drained: whoever must know lets the roles come to their end instead.
     */
    @Override
    public void close() {
        if (status.become(SessionStatus.DRAINING, "", null)) {
            closeIfDrained();
        }
    }

    /**
     * Ends the session at once: every role gets a {@link SessionCancelledException}. Does nothing if it has ended. A durable
     * session cannot be gone on with after that.
     *
     * @param reason why, for that exception's message
     * @throws dev.parley.runtime.journal.JournalException if that cannot be written to the journal; the session has failed then
     */
    public void cancel(String reason) {
        Objects.requireNonNull(reason, "reason");
        Durable durable = durable();
        if (durable != null && !status.standing().status().isEnd()) {
            try {
                durable.cancelled(reason);
            } catch (JournalException e) {
                fault(e);
                throw e;
            }
        }
        end(reason);
    }

    /** Ends this opening of the session at once; a durable one may be reopened. */
    void end(String reason) {
        status.become(SessionStatus.CANCELLED, reason, null);
    }

    /**
     * Ends the session at once because of a failure: every role gets a {@link SessionCancelledException} with that cause. Does
     * nothing if it has ended.
     *
     * @param cause the failure
     */
    public void fault(Throwable cause) {
        status.become(SessionStatus.FAULTED, cause.toString(), cause);
    }

    /**
     * Says that a role has crashed which is played in a thread that only the caller knows: it has ended, or will do nothing more in this
     * session. Where the protocol has a crash alternative in reach, the session goes on, else it is faulted. Roles that are played by
     * {@link SessionRunner} need not be watched. Does nothing if the session or the role has ended.
     *
     * @param role the role's name, or a member's, such as {@code Worker[2]}
     * @param cause what it has died of
     * @throws IllegalArgumentException if there is no such role or member, or it is played elsewhere
     */
    public void crash(String role, Throwable cause) {
        int number = part(role);
        checkHere(number);
        Objects.requireNonNull(cause, "cause");
        if (isFinished(number) || status().isEnd()) {
            return;
        }
        Ghost.haunt(this, number, cause);
    }

    /**
     * Waits for the session's end.
     *
     * @param timeout how long at most
     * @return whether it has ended
     * @throws InterruptedException if the thread is interrupted; the session is not touched by that
     */
    public boolean awaitEnd(Duration timeout) throws InterruptedException {
        closeIfDrained();
        return status.awaitEnd(Deadlines.nanos(timeout));
    }

    @Override
    public String toString() {
        return "session " + id() + " of " + protocol() + " (" + status() + ")";
    }

    /** Tells the listeners that a role has crashed, and others can do without it. A crash that nobody is told of is logged. */
    void tolerated(int part, Throwable cause) {
        status.tellCrash(nameOf(part), cause);
    }

    PhaseTracker phaseTracker() {
        return Objects.requireNonNull(phases, "the protocol has no phases");
    }

    boolean hasPhases() {
        return phases != null;
    }

    boolean isGuarded() {
        return guarding != null;
    }

    Guarding guarding() {
        if (guarding == null) {
            throw new IllegalStateException("No message of " + protocol() + " is guarded, so session " + id()
                    + " has no effects. Guard messages with @Guard.");
        }
        return guarding;
    }

    Wiring wiring() {
        return this;
    }

    @Override
    Gate gate() {
        return status;
    }

    /** Returns what to throw where something is refused since the session is ending, or has ended. */
    RuntimeException refusal(String consequence) {
        return status.standing().refusal(consequence);
    }

    /** Throws if the session has ended. */
    void checkNotEnded() {
        Standing standing = status.standing();
        if (standing.status().isEnd()) {
            throw standing.refusal("nobody can sit down in it");
        }
    }

    Quiescence quiescence() {
        Quiescence made = quiescence;
        if (made == null) {
            QUIESCENCE.compareAndSet(this, null, new Quiescence(this));
            made = Objects.requireNonNull(quiescence);
        }
        return made;
    }

    boolean hasEnded() {
        return status.standing().status().isEnd();
    }

    /** Returns whether what some remote role sends has ended, so that roles here may wait in vain. */
    boolean mayBeStuck() {
        return transports().hasEnded();
    }

    /** Returns whether nothing more can be sent. */
    boolean isEnding() {
        return !status.isOpen();
    }

    /** Returns whether a part has reached an end, or goes no further. */
    boolean isFinished(int part) {
        Endpoint endpoint = endpoint(part);
        Quiescence known = quiescence;
        return (known != null && known.isFinished(part)) || (endpoint != null && endpoint.hasGivenUp());
    }

    /**
     * Returns where a role goes on, for the generated code that enters it next.
     *
     * @param role the role's number
     */
    public Resumption resume(int role) {
        Durable durable = durable();
        return durable == null ? Resumption.atStart(protocol()) : durable.resume(role);
    }

    /**
     * Keeps a part for somebody who wants to become a member of a family, for the generated code that joins.
     *
     * @param <S> the type of the state in which the member begins
     * @param family the number of the family's role
     * @param entry the number of that state
     * @param enter enters the member of an index
     * @throws IllegalStateException if one thread plays all roles
     */
    public <S> Candidate<S> candidate(int family, int entry, IntFunction<S> enter) {
        if (isSameThread()) {
            throw new IllegalStateException("One thread plays all roles of session " + id()
                    + ", and would wait for itself to take a candidate in. Open the session without sameThread().");
        }
        return new Candidate<>(this, cast().reserve(family), entry, enter);
    }

    /** A candidate has become a member of a family. */
    void joined(int part) {
        UNFINISHED.getAndAdd(this, 1);
        quiescence().busy(part);
        if (phases != null) {
            phases.moved(part, cast().entry(part));
        }
    }

    /** A part sends nothing more; the last one lets the session drain. */
    void departed() {
        if ((int) UNFINISHED.getAndAdd(this, -1) == 1) {
            status.become(SessionStatus.DRAINING, "", null);
        }
        closeIfDrained();
    }

    /** Closes a draining session if nothing is left that someone could receive, or its journal keeps what is left. */
    void closeIfDrained() {
        if (status.standing().status() == SessionStatus.DRAINING
                && (durable() != null || allReceived(this::isFinished))) {
            status.become(SessionStatus.CLOSED, "", null);
        }
    }

    /** The status has just changed. */
    void changed(SessionStatus to) {
        cast().candidates().dismissAll();
        if (to.isEnd()) {
            options().table().release(this);
            transports().close();
            cast().parts().mapToObj(this::endpoint).filter(Objects::nonNull).forEach(Endpoint::stop);
        }
        wakeAll();
        for (int part = 0; part < cast().count(); part++) {
            Endpoint endpoint = endpoint(part);
            if (endpoint != null) {
                endpoint.sessionChanged();
            }
        }
    }
}
