package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.buffer.InLane;
import dev.parley.runtime.buffer.Lane;
import dev.parley.runtime.buffer.OutLane;
import dev.parley.runtime.buffer.Padded;
import dev.parley.runtime.buffer.Waiter;
import dev.parley.runtime.effect.EffectDeniedException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One role's place in a session: what generated endpoints build on. Users never see it.
 *
 * <p>For one thread at a time, the role's; only the state may be read by others.
 */
public abstract class Endpoint extends Padded {

    private static final long NEVER = -1;

    /** The only message from a party to its role. */
    private static final long DONE = 1L << 32;

    private final Session session;
    private final int part;

    /** Whether the lanes that the role receives from are known to its waiter: from whoever has played it before. */
    private final boolean resumed;

    /** Null where one thread plays all roles, and would wait for itself. */
    private final @Nullable Waiter waiter;

    /** Whether it goes no further in a session that is ending. */
    private volatile boolean givenUp;

    /** How many times a party has begun its branch; 0 for a role. */
    private volatile long begun;

    private boolean resting;
    private boolean leftBehind;
    private long eventsWhenLooked;

    /**
     * Enters a role.
     *
     * @param place the session, or where another endpoint has left the role
     * @param role the role's number
     * @throws RoleTakenException if it was entered before
     */
    protected Endpoint(Place place, int role) {
        this(place, role, 0);
    }

    /**
     * Enters a role, or becomes a member of a family.
     *
     * @param place the session, or where another endpoint has left the role
     * @param role the role's number
     * @param member the member's index; 0 where the role is no family
     * @throws RoleTakenException if it was entered before
     * @throws IndexOutOfBoundsException if the family has no such member
     */
    @SuppressWarnings("this-escape") // others see nothing but the state, which is 0 until a subclass sets it
    protected Endpoint(Place place, int role, int member) {
        this.session = place.session();
        this.part = session.cast().part(role, member);
        this.resumed = place.before() != null;
        this.waiter = session.isSameThread() ? null : session.wiring().waiter(part);
        session.claim(part, place.before(), this);
    }

    /**
     * Takes a part over from a program that has crashed, or has never entered it.
     *
     * @param before who played the part; null for nobody
     */
    @SuppressWarnings("this-escape") // as above
    Endpoint(Session session, int part, @Nullable Endpoint before) {
        this.session = session;
        this.part = part;
        this.resumed = before != null;
        this.waiter = session.isSameThread() ? null : session.wiring().waiter(part);
        session.takeOver(part, before, this);
        if (before != null) {
            before.active();
        }
    }

    /** Returns the session. */
    protected final Session session() {
        return session;
    }

    /**
     * Returns the number of the state the role is in, or its complement once the role was left there to another endpoint. May be
     * called by any thread, and may then be outdated.
     */
    protected abstract int state();

    /** Returns where the role stands, or was left, for others, who may know more than its program does. */
    int position() {
        return stateNumber();
    }

    /** Returns the number of the state the role is in, or was left in. */
    final int stateNumber() {
        int state = state();
        return state < 0 ? ~state : state;
    }

    /** The role does nothing more by itself; returns where it stands. */
    int resign() {
        return stateNumber();
    }

    /** The session has ended, or the role is left to another endpoint: nothing that was to happen later will. */
    void stop() {}

    /** Returns whether the role was left to another endpoint. */
    final boolean isLeft() {
        return state() < 0;
    }

    /** Returns whether the role was taken over from another endpoint. */
    final boolean isResumed() {
        return resumed;
    }

    final String roleName() {
        return session.cast().name(part);
    }

    /** The role is left to another endpoint, in the state that it is in. */
    final LeftPlace vacate() {
        active();
        return new LeftPlace(session, this);
    }

    /**
     * Returns the role's end of an edge it sends on; where a family is at the other end, what is sent goes to all its members.
     *
     * @param edge the edge's number
     */
    public OutLane out(int edge) {
        Edge spec = session.protocol().edges().get(edge);
        if (session.cast().isPlural(spec.from(), spec.to())) {
            return new Broadcast(session, spec, part);
        }
        return session.wiring()
                .lane(spec, part, session.cast().receivers(spec, part)[0])
                .out();
    }

    /**
     * Returns the role's end of an edge it receives from; to be called once for each.
     *
     * @param edge the edge's number
     */
    public final InLane in(int edge) {
        Edge spec = session.protocol().edges().get(edge);
        return receivesFrom(session.wiring().lane(spec, session.cast().senders(spec, part)[0], part));
    }

    /**
     * Returns the role's end of an edge on which the members of a family send to it; to be called once for each.
     *
     * @param edge the edge's number
     */
    public final Gathering gathering(int edge) {
        return new Gathering(this, session, session.protocol().edges().get(edge), part);
    }

    InLane receivesFrom(Lane lane) {
        InLane in = lane.in();
        if (waiter != null && !resumed) {
            waiter.receivesFrom(in);
        }
        return in;
    }

    /**
     * Returns the runs of a block for each member of a family; to be called once for each.
     *
     * @param fork the number of the edge to the role's parties in it
     * @param join the number of the edge back
     */
    public final Turns turns(int fork, int join) {
        return new Turns(
                this,
                session,
                session.protocol().edges().get(fork),
                session.protocol().edges().get(join),
                part);
    }

    /** Returns the index of the member that plays here; 0 where no member does. */
    protected final int member() {
        return session.cast().index(part);
    }

    /** A member of a family leaves it with the message that it sends next, or that is sent to it next. */
    public final void leave() {
        session.cast().leave(part);
    }

    /**
     * Returns what to throw when a state object is used that the role is not in any more.
     *
     * @param state the number of the object's state
     */
    public final StateUsedException used(int state) {
        LocalState then = session.standing(part, state);
        LocalState now = local();
        if (isLeft()) {
            return new StateUsedException(then.role() + " has left the state " + then.name()
                    + ", which was used again: it was turned into a seat in " + now.name()
                    + ". Whoever sits down on that seat plays the role from there on.");
        }
        return new StateUsedException(
                then.role() + " has left the state " + then.name() + ", which was used again: it is in "
                        + now.name() + ", where it " + now.actions()
                        + ". Use each state once, and go on with what its method returns.");
    }

    /**
     * Returns what to throw when a message is read after the role has received the next one.
     *
     * @param message the name of the message's type
     */
    public final StateUsedException gone(String message) {
        LocalState now = local();
        return new StateUsedException("The message " + message + " is gone: " + now.role()
                + " has received another since, and is in " + now.name()
                + ". Take what is to be kept with copy() before the next receive.");
    }

    /**
     * Faults the session, because a message has come that may not come in the role's state: its sender plays another protocol.
     *
     * @param header the message's header
     * @return what to throw
     */
    public final IllegalStateException unexpected(long header) {
        LocalState now = local();
        IllegalStateException failure =
                new IllegalStateException("Message " + (header >>> 32) + " came to " + now.role() + " in " + now.name()
                        + ", where it " + now.actions()
                        + ". Make sure that all parties run the same version of " + session.protocol() + ".");
        session.fault(failure);
        return failure;
    }

    /** Takes one turn of waiting for a message. Throws when the session has ended or can bring none. */
    public final void pause() {
        if (session.mayBeStuck()) {
            await(waiter -> {
                waiter.pause();
                return true;
            });
        } else {
            waiter().pause();
        }
    }

    /**
     * Takes one turn of waiting for a message.
     *
     * @param deadline from {@link #deadline}
     * @throws TimeoutException if the deadline has passed
     */
    public final void pause(long deadline) throws TimeoutException {
        if (!(session.mayBeStuck() ? await(waiter -> waiter.pause(deadline)) : waiter().pause(deadline))) {
            LocalState now = local();
            throw new TimeoutException(
                    now.role() + " has waited in vain in " + now.name() + ", where it " + now.actions() + ".");
        }
    }

    /**
     * Waits until something has come, or faults the session when nobody can send anything any more.
     *
     * @param turn takes one turn of waiting; returns false if there shall be no other
     * @return what the last turn returned
     */
    private boolean await(Predicate<Waiter> turn) {
        if (resting) {
            return turn.test(waiter()); // such roles find out by themselves, and go on
        }
        boolean inTime = true;
        Quiescence quiescence = session.quiescence();
        quiescence.rest(part, state());
        try {
            do {
                if (!quiescence.hasNews(part, state()) && quiescence.isOver(part)) {
                    session.fault(new IllegalStateException(
                            local() + " waits in vain: nobody who could send has any way to go on."));
                }
                inTime = turn.test(waiter());
            } while (inTime && !quiescence.hasNews(part, state()));
        } finally {
            quiescence.forget(part, state());
            quiescence.busy(part);
        }
        return inTime;
    }

    /**
     * Returns when a timeout that begins now is over, for {@link #pause(long)}.
     *
     * @param timeout how long to wait at most
     */
    public final long deadline(Duration timeout) {
        return now() + Deadlines.nanos(timeout);
    }

    /** Returns the time on the clock of the role's waiting. */
    final long now() {
        return waiter == null ? System.nanoTime() : waiter.now();
    }

    /** Takes one turn of waiting for a message, and returns false if the deadline has passed. */
    boolean pauseUntil(long deadline) {
        if (waiter == null && System.nanoTime() - deadline >= 0) {
            return false;
        }
        return waiter().pause(deadline);
    }

    /**
     * The message just sent on an edge is one that its receivers may decide without. If they have, this member is left behind.
     *
     * @param edge the edge's number
     */
    public final void submit(int edge) {
        Edge spec = session.protocol().edges().get(edge);
        for (int receiver : session.cast().receivers(spec, part)) {
            leftBehind |= !session.wiring().ballot(spec, part, receiver).submit();
        }
    }

    /** Returns whether this member has sent too late: the session is over for it. */
    public final boolean isLeftBehind() {
        return leftBehind;
    }

    /** Ends the waiting: a message is there. */
    public final void resume() {
        waiter().resume();
    }

    /** The role has come to a state that says something else of the protocol's phases than the one before. */
    public final void moved() {
        session.phaseTracker().moved(part, state());
    }

    /**
     * A phase begins, if it has not yet: the role is about to send a message of it.
     *
     * @param phase the number of the phase
     */
    public final void begins(int phase) {
        session.phaseTracker().begins(phase);
    }

    /**
     * Has a guard take effect. The message behind it may be sent when this returns.
     *
     * @param message the number of the guarded message
     * @throws EffectDeniedException if it may not
     */
    public final void guard(int message) {
        session.guarding().commit(message, part);
    }

    /** The role has reached an end of the protocol: its edges, and its parties', are closed behind what was sent. */
    public void finish() {
        session.finish(part);
    }

    /** The role goes no further, as its session is ending: what was sent to it keeps the session open no more. */
    final void giveUp() {
        givenUp = true;
        session.closeIfDrained();
    }

    final boolean hasGivenUp() {
        return givenUp;
    }

    /**
     * Returns whether the protocol is over for the role, which is in a state where it may be, and has found no message.
     * Until {@link #active} is called, others take it that the role waits here.
     */
    public final boolean over() {
        Quiescence quiescence = session.quiescence();
        if (!resting) {
            resting = true;
            eventsWhenLooked = NEVER;
            quiescence.rest(part, state());
        }
        long events = quiescence.events();
        if (events == eventsWhenLooked) {
            return false;
        }
        eventsWhenLooked = events;
        return quiescence.isOver(part);
    }

    /** The role is about to consume a message after all; see {@link #over}. */
    public final void active() {
        if (resting) {
            resting = false;
            session.quiescence().busy(part);
        }
    }

    final int part() {
        return part;
    }

    final LocalState local() {
        return session.standing(part, stateNumber());
    }

    /** Returns where peers on other threads wake the role; null where there are none. */
    final @Nullable Waiter place() {
        return waiter;
    }

    /** The session's status has changed. Called by any thread. */
    void sessionChanged() {}

    /**
     * A party begins its branch, because its role has come to the block.
     *
     * @param fork the lane from its role
     * @throws StateUsedException if the branch was begun before
     */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread begins a branch; the role's looks on
    public final void begin(InLane fork) {
        if (fork.poll() <= 0) {
            throw new StateUsedException(
                    "The " + session.protocol().describeParty(session.cast().role(part))
                            + " was begun before. Begin each branch once whenever its role has come to the block,"
                            + " and go on with what the methods of its states return.");
        }
        session.quiescence().busy(part);
        fork.advance();
        begun++;
    }

    /**
     * A party has come to the end of its branch. Where the session has ended, its role learns that by itself.
     *
     * @param join the lane to its role
     */
    @SuppressWarnings("UnusedVariable") // see above
    public final void done(OutLane join) {
        // Before the role can let the branch begin again.
        session.quiescence().rest(part, state());
        try {
            join.send(DONE);
        } catch (SessionClosedException | SessionCancelledException ended) {
            return;
        }
    }

    /**
     * Makes sure that a branch was begun, so that somebody can bring it to its end.
     *
     * @param fork the number of the edge to the party
     * @throws IllegalStateException if it was not
     */
    public final void checkBegun(int fork) {
        Edge edge = session.protocol().edges().get(fork);
        int party = session.cast().receivers(edge, part)[0];
        long forks = session.wiring().lane(edge, part, party).sent();
        Endpoint branch = session.endpoint(party);
        if (branch == null || branch.begun != forks) {
            throw new IllegalStateException("The " + session.protocol().describeParty(edge.to())
                    + " was begun by nobody, so it would be waited for in vain. Begin each branch before join().");
        }
    }

    /**
     * Waits until a party has come to the end of its branch.
     *
     * @param join the lane from the party
     */
    public final void join(InLane join) {
        if (join.poll() <= 0) {
            do {
                pause();
            } while (join.poll() <= 0);
            resume();
        }
        join.advance();
    }

    Waiter waiter() {
        if (waiter == null) {
            LocalState now = local();
            throw new IllegalStateException(now.role() + " would wait for ever in " + now.name() + ", where it "
                    + now.actions() + ": one thread plays all roles of session " + session.id()
                    + ". Let the sender act first, or use tryReceive().");
        }
        return waiter;
    }
}
