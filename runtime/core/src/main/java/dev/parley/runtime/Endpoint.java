package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.buffer.InLane;
import dev.parley.runtime.buffer.Lane;
import dev.parley.runtime.buffer.OutLane;
import dev.parley.runtime.buffer.Waiter;
import dev.parley.runtime.effect.EffectDeniedException;
import org.jspecify.annotations.Nullable;

/**
 * One role's place in a session: what generated endpoints build on. Users never see it.
 *
 * <p>For one thread at a time, the role's; only the state may be read by others.
 */
public abstract class Endpoint extends WaitingParticipant {

    /** The only message from a party to its role. */
    private static final long DONE = 1L << 32;

    /** Whether the lanes that the role receives from are known to its waiter: from whoever has played it before. */
    private final boolean resumed;

    /** Whether it goes no further in a session that is ending. */
    private volatile boolean givenUp;

    private boolean leftBehind;

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
        super(place.session(), place.session().cast().part(role, member));
        this.resumed = place.before() != null;
        session().claim(part(), place.before(), this);
        Conductor conductor = session().conductor();
        if (resumed && conductor != null) {
            conductor.takeOver(part());
        }
    }

    /**
     * Takes a part over from a program that has crashed, or has never entered it.
     *
     * @param before who played the part; null for nobody
     */
    @SuppressWarnings("this-escape") // as above
    Endpoint(Session session, int part, @Nullable Endpoint before) {
        super(session, part);
        this.resumed = before != null;
        session.takeOver(part, before, this);
        if (before != null) {
            before.active();
        }
    }

    /** Returns whether the role was taken over from another endpoint. */
    final boolean isResumed() {
        return resumed;
    }

    /** The role is left to another endpoint, in the state that it is in. */
    final LeftPlace vacate() {
        active();
        return new LeftPlace(session(), this);
    }

    /**
     * Returns the role's end of an edge it sends on; where a family is at the other end, what is sent goes to all its members.
     *
     * @param edge the edge's number
     */
    public OutLane out(int edge) {
        Edge spec = session().protocol().edges().get(edge);
        if (session().cast().isPlural(spec.from(), spec.to())) {
            return new Broadcast(session(), spec, part());
        }
        return session()
                .wiring()
                .lane(spec, part(), session().cast().receivers(spec, part())[0])
                .out();
    }

    /**
     * Returns the role's end of an edge it receives from; to be called once for each.
     *
     * @param edge the edge's number
     */
    public final InLane in(int edge) {
        Edge spec = session().protocol().edges().get(edge);
        return receivesFrom(session().wiring().lane(spec, session().cast().senders(spec, part())[0], part()));
    }

    /**
     * Returns the role's end of an edge on which the members of a family send to it; to be called once for each.
     *
     * @param edge the edge's number
     */
    public final Gathering gathering(int edge) {
        return new Gathering(this, session(), session().protocol().edges().get(edge), part());
    }

    InLane receivesFrom(Lane lane) {
        InLane in = lane.in();
        Waiter place = place();
        if (place != null && !resumed) {
            place.receivesFrom(in);
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
                session(),
                session().protocol().edges().get(fork),
                session().protocol().edges().get(join));
    }

    /**
     * Takes in all that wait to become members of a family.
     *
     * @param family the number of the family's role
     * @param entry the number of the state in which the new members begin
     * @return how many they are
     */
    public int admit(int family, int entry) {
        session().gate().checkSend();
        return session().cast().candidates().admit(family, entry, part());
    }

    /**
     * A member of a family leaves with a message: the one that is to be sent next, by the member or to it, or that was just received from
     * it or by it.
     */
    public final void leave() {
        session().cast().leave(part());
    }

    /**
     * Takes note that a member of a family has left.
     *
     * @param <T> the message's type
     * @param received the message with which it has
     * @return the message
     */
    public final <T> T leaving(T received) {
        leave();
        return received;
    }

    /**
     * The message just sent on an edge is one that its receivers may decide without. If they have, this member is left behind.
     *
     * @param edge the edge's number
     */
    public final void submit(int edge) {
        Edge spec = session().protocol().edges().get(edge);
        for (int receiver : session().cast().receivers(spec, part())) {
            leftBehind |= !session().wiring().ballot(spec, part(), receiver).submit();
        }
    }

    /** Returns whether this member has sent too late: the session is over for it. */
    public final boolean isLeftBehind() {
        return leftBehind;
    }

    /** The role has come to a state that says something else of the protocol's phases than the one before. */
    public final void moved() {
        session().phaseTracker().moved(part(), state());
    }

    /**
     * A phase begins, if it has not yet: the role is about to send a message of it.
     *
     * @param phase the number of the phase
     */
    public final void begins(int phase) {
        session().phaseTracker().begins(phase);
    }

    /**
     * Has a guard take effect. The message behind it may be sent when this returns.
     *
     * @param message the number of the guarded message
     * @throws EffectDeniedException if it may not
     */
    public final void guard(int message) {
        session().guarding().commit(message, part());
    }

    /** The role has reached an end of the protocol: its edges, and its parties', are closed behind what was sent. */
    public void finish() {
        new Departure(session(), part()).finish();
    }

    /** The role goes no further, as its session is ending: what was sent to it keeps the session open no more. */
    final void giveUp() {
        givenUp = true;
        session().closeIfDrained();
    }

    final boolean hasGivenUp() {
        return givenUp;
    }

    /**
     * A party begins its branch, because its role has come to the block.
     *
     * @param fork the lane from its role
     * @throws StateUsedException if the branch was begun before
     */
    public final void begin(InLane fork) {
        if (fork.poll() <= 0) {
            throw new StateUsedException(
                    "The " + session().protocol().describeParty(session().cast().role(part()))
                            + " was begun before. Begin each branch once whenever its role has come to the block,"
                            + " and go on with what the methods of its states return.");
        }
        session().quiescence().busy(part());
        fork.advance();
    }

    /**
     * A party has come to the end of its branch. Where the session has ended, its role learns that by itself. Does nothing if that was
     * so before the session was reopened.
     *
     * @param join the lane to its role
     */
    public final void done(OutLane join) {
        // Before the role can let the branch begin again.
        if (!session().quiescence().idle(part(), state())) {
            return;
        }
        if (session().hasPhases()) {
            session().phaseTracker().finished(part());
        }
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
        Edge edge = session().protocol().edges().get(fork);
        int party = session().cast().receivers(edge, part())[0];
        // Whoever begins it takes what was sent to the party.
        if (!session().wiring().lane(edge, part(), party).isEmpty()) {
            throw new IllegalStateException("The " + session().protocol().describeParty(edge.to())
                    + " was begun by nobody, so it would be waited for in vain. Begin each branch before join().");
        }
    }

    /**
     * Makes sure that a branch was taken up after the session was reopened, so that somebody can bring it to its end.
     *
     * @param fork the number of the edge to the party
     * @throws IllegalStateException if it was not
     */
    public final void checkResumed(int fork) {
        int party = session().protocol().edges().get(fork).to();
        if (session().endpoint(party) == null) {
            throw new IllegalStateException("The " + session().protocol().describeParty(party)
                    + " was taken up by nobody since the session was reopened. Go on with each branch where it stands"
                    + " before join().");
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
}
