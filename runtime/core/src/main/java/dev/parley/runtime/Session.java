package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.ProtocolSpec.State;
import dev.parley.runtime.buffer.Gate;
import dev.parley.runtime.buffer.Sleeper;
import dev.parley.runtime.buffer.VirtualThreads;
import dev.parley.runtime.effect.Effects;
import dev.parley.runtime.journal.JournalException;
import java.time.Duration;
import java.util.BitSet;
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
public final class Session implements AutoCloseable, Place {

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

    /** Null where the protocol has no phases. */
    private final @Nullable PhaseTracker phases;

    /** Null where nothing is guarded. */
    private final @Nullable Guarding guarding;

    /** Null where the session is not durable. */
    private final @Nullable Durable durable;

    private Session(ProtocolSpec protocol, SessionOptions options, @Nullable Durable durable, int... sizes) {
        this.protocol = protocol;
        this.options = options;
        this.durable = durable;
        this.cast = new Cast(protocol, sizes);
        this.id = durable != null
                ? durable.id()
                : options.id().orElseGet(() -> options.table().nextId(protocol.simpleName()));
        this.status = new StatusMachine(this, options.listeners());
        this.quiescence = new Quiescence(this);
        this.transports = new Transports(protocol, options.remotes());
        this.wiring = new Wiring(protocol, cast, status, options, durable);
        this.endpoints = new Slots<>(cast.count());
        this.unfinished = new AtomicInteger((int)
                players().filter(part -> !transports.isRemote(cast.role(part))).count());
        this.phases = protocol.phases().isEmpty() ? null : new PhaseTracker(this, options.listeners());
        this.guarding = Guarding.of(this, status, options, role -> !transports.isRemote(role));
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
        return start(protocol, options, Durable.open(protocol, options), sizes);
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
        return start(protocol, options, Durable.reopen(protocol, options));
    }

    private static Session start(
            ProtocolSpec protocol, SessionOptions options, @Nullable Durable durable, int... sizes) {
        if (options.isSameThread() && !options.remotes().isEmpty()) {
            throw new IllegalArgumentException(
                    "One thread is to play all roles, and some are played elsewhere: leave out sameThread() or remote().");
        }
        if (options.conductor() != null
                && (options.isSameThread() || !options.remotes().isEmpty())) {
            throw new IllegalArgumentException("A simulation plays all roles, each in a thread of its own:"
                    + " leave out sameThread() and remote().");
        }
        Session session = new Session(protocol, options, durable, sizes);
        if (!options.table().enter(session)) {
            throw new IllegalStateException(
                    "The id " + session.id
                            + " is taken by a session that has not ended. Close that one, choose another id, or leave the choice to the table.");
        }
        session.transports.open(session, session.status);
        if (options.conductor() != null) {
            options.conductor().open(session);
        }
        session.begin();
        return session;
    }

    private void begin() {
        if (durable != null) {
            try {
                durable.begin();
                restore(durable.before());
            } catch (JournalException e) {
                fault(e);
                throw e;
            }
        }
        if (phases != null) {
            phases.begin(
                    cast.parts().filter(part -> !transports.isRemote(part)),
                    part -> durable == null ? 0 : durable.before().stateNumber(part),
                    durable == null ? new BitSet() : durable.before().phases());
        }
    }

    /** Brings the session to where its journal ends. */
    private void restore(Replay before) {
        for (Edge edge : protocol.edges()) {
            if (before.sent(edge.lane().edge()) > 0) {
                wiring.lane(edge, edge.from(), edge.to());
            }
        }
        for (int role = 0; role < protocol.roles().size(); role++) {
            if (before.isFinished(role)) {
                retire(role);
            }
        }
        if (guarding != null) {
            before.guards().forEach(guarding::repeat);
        }
        if (before.cancelled() != null) {
            end(before.cancelled());
        }
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
        checkHere(number);
        return standing(number);
    }

    private void checkHere(int part) {
        if (transports.isRemote(part)) {
            throw new IllegalArgumentException("The role " + cast.name(part) + " of session " + id
                    + " is played elsewhere; where it stands is not known here.");
        }
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
                .filter(part -> !transports.isRemote(cast.role(part)))
                .mapToObj(this::standing)
                .toList();
    }

    /**
     * Returns where a role or a member of a family stands. It may have moved on by then.
     *
     * @param part its number
     */
    public LocalState standing(int part) {
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

    /** Returns the numbers of all roles that are no families, of all members of those, and of the parties of both. */
    public IntStream parts() {
        return cast.parts();
    }

    /** Returns the numbers of all that are no parties. */
    public IntStream players() {
        return cast.parts().filter(part -> cast.player(part) == part);
    }

    /**
     * Returns the number of who plays a part.
     *
     * @param part for a party its role or the member of a family that it belongs to; any other plays itself
     */
    public int player(int part) {
        return cast.player(part);
    }

    /**
     * Returns the number of the role that a part plays.
     *
     * @param part its number
     */
    public int roleOf(int part) {
        return cast.role(part);
    }

    /**
     * Returns the index that a part has among the members of its family; 0 for a single role.
     *
     * @param part its number
     */
    public int memberOf(int part) {
        return cast.index(part);
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
        Thread ghost = VirtualThreads.factory().newThread(() -> {
            if (!Ghost.survives(this, number, cause)) {
                fault(cause);
            }
        });
        ghost.setName(id + "/" + role + " after its crash");
        ghost.start();
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

    /** Enters a part, in the place of an endpoint that has left it if there is one. */
    void claim(int part, @Nullable Endpoint before, Endpoint endpoint) {
        if (transports.isRemote(cast.role(part))) {
            throw new RoleTakenException("The role " + cast.name(part) + " of session " + id
                    + " is played elsewhere, so it cannot be entered here.");
        }
        if (before == null && durable != null && !durable.mayEnter(part)) {
            throw new IllegalStateException("The role " + cast.name(part) + " of session " + id
                    + " has left the state in which the protocol begins: it is in "
                    + standing(part).name()
                    + ". Resume it where it stands.");
        }
        if (!endpoints.replace(part, before, endpoint)) {
            throw new RoleTakenException("The role " + cast.name(part) + " of session " + id
                    + " is taken. A role is entered once; keep the state that you got then, or open another session.");
        }
    }

    /** Lets an endpoint take the place of the one before. */
    void takeOver(int part, @Nullable Endpoint before, Endpoint endpoint) {
        if (!endpoints.replace(part, before, endpoint)) {
            throw new IllegalStateException("The role " + cast.name(part) + " of session " + id
                    + " has crashed, and was entered at the same time.");
        }
    }

    /** Returns who plays a part; null for nobody. */
    @Nullable Endpoint endpoint(int part) {
        return endpoints.get(part);
    }

    /** Tells the listeners that a role has crashed, and others can do without it. A crash that nobody is told of is logged. */
    void tolerated(int part, Throwable cause) {
        status.tellCrash(cast.name(part), cause);
    }

    PhaseTracker phaseTracker() {
        return Objects.requireNonNull(phases, "the protocol has no phases");
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

    /** Returns the number of the state a part is in; where nobody has entered it yet, of the one it goes on in. */
    int stateNumber(int part) {
        Endpoint endpoint = endpoints.get(part);
        if (endpoint == null) {
            return durable == null ? 0 : durable.before().stateNumber(part);
        }
        return endpoint.position();
    }

    /** Throws if the session has ended. */
    void checkNotEnded() {
        Standing standing = status.standing();
        if (standing.status().isEnd()) {
            throw standing.refusal("nobody can sit down in it");
        }
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

    boolean hasEnded() {
        return status.standing().status().isEnd();
    }

    /** Returns whether what some remote role sends has ended, so that roles here may wait in vain. */
    boolean mayBeStuck() {
        return transports.hasEnded();
    }

    /** One thread plays all roles, and has found nothing on an edge: sends what its sender's timeout says, if it is time. */
    boolean sendIfDue(int edge) {
        int from = protocol.edges().get(edge).from();
        if (cast.isPart(from)) { // leaves no garbage: this is done for many a look
            return sendsIfDue(from);
        }
        return cast.parts()
                        .filter(part -> cast.role(part) == from)
                        .filter(this::sendsIfDue)
                        .count()
                > 0;
    }

    private boolean sendsIfDue(int part) {
        return endpoints.get(part) instanceof TimedEndpoint sender && sender.takeIfDue();
    }

    /** Has a part that is played by events woken by the lanes it uses. */
    void attach(int part, Sleeper sleeper) {
        for (ProtocolSpec.Edge edge : protocol.edges()) {
            if (edge.to() == cast.role(part)) {
                wiring.lane(edge, cast.senders(edge, part)[0], part).in().onArrival(sleeper);
            }
            if (edge.from() == cast.role(part)) {
                wiring.lane(edge, part, cast.receivers(edge, part)[0]).out().onRoom(sleeper);
            }
        }
    }

    /** Returns whether nothing more can be sent. */
    boolean isEnding() {
        return !status.isOpen();
    }

    /** Returns whether a part has reached an end, or goes no further. */
    boolean isFinished(int part) {
        Endpoint endpoint = endpoints.get(part);
        return quiescence.isFinished(part) || (endpoint != null && endpoint.hasGivenUp());
    }

    /**
     * Returns where a role goes on, for the generated code that enters it next.
     *
     * @param role the role's number
     */
    public Resumption resume(int role) {
        return durable == null ? Resumption.atStart(protocol) : durable.resume(role);
    }

    /** A member of a family has not sent what others waited for: they go on without it, and nobody waits for it any more. */
    void leaveBehind(int part) {
        retire(part);
        wiring.abandon(part);
    }

    /** A part has reached an end. */
    void finish(int part) {
        if (isFinished(part)) {
            return; // it had before the session was reopened, or by its timeout, before its program came to know
        }
        if (durable != null) {
            try {
                durable.finished(part);
            } catch (JournalException e) {
                throw status.failed(e);
            }
        }
        retire(part);
    }

    /** A part sends nothing more: its edges, and its parties', are closed behind what was sent. */
    private void retire(int part) {
        if (!cast.finish(part)) {
            return;
        }
        quiescence.finish(part);
        if (phases != null) {
            phases.finished(part);
        }
        for (Edge edge : protocol.edges()) {
            if (protocol.roleOf(edge.from()) == cast.role(part) && !protocol.isInternal(edge)) {
                cast.playedBy(part, edge.from()).forEach(sender -> {
                    for (int receiver : cast.receivers(edge, sender)) {
                        wiring.lane(edge, sender, receiver).out().close();
                    }
                });
            }
        }
        if (unfinished.decrementAndGet() == 0) {
            status.become(SessionStatus.DRAINING, "", null);
        }
        closeIfDrained();
    }

    /** Closes a draining session if nothing is left that someone could receive, or its journal keeps what is left. */
    void closeIfDrained() {
        if (status.standing().status() == SessionStatus.DRAINING
                && (durable != null || wiring.allReceived(this::isFinished))) {
            status.become(SessionStatus.CLOSED, "", null);
        }
    }

    /** The status has just changed. */
    void changed(SessionStatus to) {
        if (to.isEnd()) {
            options.table().release(this);
            transports.close();
            cast.parts().mapToObj(endpoints::get).filter(Objects::nonNull).forEach(Endpoint::stop);
        }
        wiring.wakeAll();
        for (int part = 0; part < cast.count(); part++) {
            Endpoint endpoint = endpoints.get(part);
            if (endpoint != null) {
                endpoint.sessionChanged();
            }
        }
    }
}
