package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.State;
import dev.parley.runtime.buffer.Gate;
import dev.parley.runtime.effect.Effects;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
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
public final class Session implements AutoCloseable {

    private final ProtocolSpec protocol;
    private final SessionOptions options;
    private final String id;
    private final StatusMachine status;
    private final Quiescence quiescence;
    private final Transports transports;
    private final Wiring wiring;
    private final Cast cast;
    private final Slots<Endpoint> endpoints;
    private final AtomicInteger unfinished;

    /** Null where nothing is guarded. */
    private final @Nullable Guarding guarding;

    private Session(ProtocolSpec protocol, SessionOptions options, int... sizes) {
        this.protocol = protocol;
        this.options = options;
        this.cast = new Cast(protocol, sizes);
        this.id = options.id().orElseGet(() -> options.table().nextId(protocol.simpleName()));
        this.status = new StatusMachine(this, options.listeners());
        this.quiescence = new Quiescence(this);
        this.transports = new Transports(protocol, options.remotes());
        this.wiring = new Wiring(protocol, cast, status, options);
        this.endpoints = new Slots<>(cast.count());
        this.unfinished = new AtomicInteger((int) cast.parts().count() - transports.remoteRoles());
        this.guarding = Guarding.of(this, status, options, role -> !transports.isRemote(role));
    }

    /**
     * Opens a session.
     *
     * @param protocol what is played
     * @param options how
     * @param sizes how many members each family has at first, in the order of their roles
     * @throws IllegalStateException if the id asked for is taken
     * @throws IllegalArgumentException if an edge to or from a role played elsewhere has no transport, several, or one that
     *     cannot carry it, if messages are guarded and the options do not say what their guards need, or if a size is missing
     *     or below the family's minimum
     */
    public static Session open(ProtocolSpec protocol, SessionOptions options, int... sizes) {
        if (options.isSameThread() && !options.remotes().isEmpty()) {
            throw new IllegalArgumentException(
                    "One thread is to play all roles, and some are played elsewhere: leave out sameThread() or remote().");
        }
        if (options.conductor() != null
                && (options.isSameThread() || !options.remotes().isEmpty())) {
            throw new IllegalArgumentException("A simulation plays all roles, each in a thread of its own:"
                    + " leave out sameThread() and remote().");
        }
        Session session = new Session(protocol, options, sizes);
        if (!options.table().enter(session)) {
            throw new IllegalStateException(
                    "The id " + session.id
                            + " is taken by a session that has not ended. Close that one, choose another id, or leave the choice to the table.");
        }
        session.transports.open(session, session.status);
        if (options.conductor() != null) {
            options.conductor().open(session);
        }
        return session;
    }

    /** Returns the id, unique in its table as long as the session has not ended. */
    public String id() {
        return id;
    }

    /** Returns what is played. */
    public ProtocolSpec protocol() {
        return protocol;
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

    /**
     * Returns where a role stands. It may have moved on by then.
     *
     * @param role its name
     * @throws IllegalArgumentException if the protocol has no such role, it is a family, or it is played elsewhere
     */
    public LocalState localState(String role) {
        int number = protocol.role(role);
        if (!cast.isPart(number)) {
            throw new IllegalArgumentException("The role " + role + " of session " + id
                    + " is a family, each of whose members stands somewhere: name the member, too.");
        }
        if (transports.isRemote(number)) {
            throw new IllegalArgumentException("The role " + role + " of session " + id
                    + " is played elsewhere; where it stands is not known here.");
        }
        return standing(number);
    }

    /**
     * Returns where a member of a family stands. It may have moved on by then.
     *
     * @param family the name of its role
     * @param member its index
     * @throws IllegalArgumentException if the protocol has no such family
     * @throws IndexOutOfBoundsException if the family has no such member
     */
    public LocalState localState(String family, int member) {
        return standing(part(family, member));
    }

    /** Returns where all stand that are played here, roles and members of families. */
    public List<LocalState> localStates() {
        return cast.parts()
                .filter(part -> !transports.isRemote(part))
                .mapToObj(this::standing)
                .toList();
    }

    LocalState standing(int part) {
        return standing(part, stateNumber(part));
    }

    /** Returns a part in one of its states. */
    LocalState standing(int part, int state) {
        return new LocalState(cast.name(part), new LocalType.Variable(protocol, cast.role(part), state));
    }

    /** Returns the number of a member's part. */
    int part(String family, int member) {
        int role = protocol.role(family);
        if (cast.isPart(role)) {
            throw new IllegalArgumentException("The role " + family + " of " + protocol + " is no family.");
        }
        return cast.part(role, Objects.checkIndex(member, cast.size(role)));
    }

    /**
     * Returns the number of a role or of a member of a family.
     *
     * @param name the role's name, such as {@code Client}, or the member's, such as {@code Worker[2]}
     * @throws IllegalArgumentException if there is no such role or member
     */
    public int part(String name) {
        return cast.parts()
                .filter(part -> cast.name(part).equals(name))
                .findFirst()
                .orElseGet(() -> {
                    int family = protocol.role(name.replaceFirst("\\[\\d+]$", ""));
                    throw new IllegalArgumentException("Nobody is called " + name + " in the session " + id + ": "
                            + protocol.roles().get(family) + " is a family with " + cast.size(family)
                            + " members, the first of which is "
                            + protocol.roles().get(family) + "[0].");
                });
    }

    /** Returns the numbers of all roles that are no families, and of all members of those. */
    public IntStream parts() {
        return cast.parts();
    }

    /**
     * Returns the name of a role, such as {@code Client}, or of a member of a family, such as {@code Worker[2]}.
     *
     * @param part its number
     */
    public String nameOf(int part) {
        return cast.name(part);
    }

    /** Returns the edges, in the order of the protocol's. */
    public List<EdgeStatus> edges() {
        return IntStream.range(0, protocol.edges().size())
                .mapToObj(wiring::status)
                .toList();
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
     * Ends the session at once: every role gets a {@link SessionCancelledException}. Does nothing if it has ended.
     *
     * @param reason why, for that exception's message
     */
    public void cancel(String reason) {
        Objects.requireNonNull(reason, "reason");
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
        return "session " + id + " of " + protocol + " (" + status() + ")";
    }

    /** Enters a part. */
    void claim(int part, Endpoint endpoint) {
        if (transports.isRemote(part)) {
            throw new RoleTakenException("The role " + cast.name(part) + " of session " + id
                    + " is played elsewhere, so it cannot be entered here.");
        }
        if (!endpoints.fill(part, endpoint)) {
            throw new RoleTakenException("The role " + cast.name(part) + " of session " + id
                    + " is taken. A role is entered once; keep the state that you got then, or open another session.");
        }
    }

    Guarding guarding() {
        if (guarding == null) {
            throw new IllegalStateException("No message of " + protocol + " is guarded, so session " + id
                    + " has no effects. Guard messages with @Guard.");
        }
        return guarding;
    }

    Wiring wiring() {
        return wiring;
    }

    Cast cast() {
        return cast;
    }

    Gate gate() {
        return status;
    }

    /** Returns the state a part is in. */
    State state(int part) {
        return protocol.machines().get(cast.role(part)).states().get(stateNumber(part));
    }

    private int stateNumber(int part) {
        Endpoint endpoint = endpoints.get(part);
        return endpoint == null ? 0 : endpoint.state();
    }

    Quiescence quiescence() {
        return quiescence;
    }

    @Nullable Conductor conductor() {
        return options.conductor();
    }

    boolean isSameThread() {
        return options.isSameThread();
    }

    /** Returns whether a part has reached an end. */
    boolean isFinished(int part) {
        return quiescence.isFinished(part);
    }

    /** A part has reached an end. */
    void finished() {
        if (unfinished.decrementAndGet() == 0) {
            status.become(SessionStatus.DRAINING, "", null);
        }
        closeIfDrained();
    }

    /** Closes a draining session if nothing is left that someone could receive. */
    void closeIfDrained() {
        if (status.standing().status() != SessionStatus.DRAINING) {
            return;
        }
        if (wiring.allReceived(this::isFinished)) {
            status.become(SessionStatus.CLOSED, "", null);
        }
    }

    /** The status has just changed. */
    void changed(SessionStatus to) {
        if (to.isEnd()) {
            options.table().release(this);
            transports.close();
        }
        wiring.wakeAll();
    }
}
