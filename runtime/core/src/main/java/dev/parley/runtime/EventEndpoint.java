package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.buffer.Lane;
import dev.parley.runtime.buffer.LaneSpec;
import dev.parley.runtime.buffer.OutLane;
import dev.parley.runtime.buffer.Sleeper;
import dev.parley.runtime.buffer.StashLane;
import dev.parley.runtime.buffer.Waiter;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One role's place in a session, where the role may also be played by events: a {@link Reactor} takes the messages that come and gives
 * them to a handler. What generated endpoints build on. Users never see it.
 *
 * <p>What the reactor needs to know of the role is here and not in an object of its own, because it is there a hundred thousand times. It is for
 * the reactor's thread alone, except where it says otherwise.
 *
 * @param <H> the role's handler
 */
public abstract class EventEndpoint<H> extends Endpoint implements Sleeper {

    /** Null where the role is played in direct style. */
    private final @Nullable Reactor reactor;

    private @Nullable H handler;

    /** Where the role waits; null before it is played, and when there is nothing left to play. */
    private @Nullable NextState<H> state;

    /** Its lanes that may be full; null if there are none. */
    private @Nullable List<StashLane> stashes;

    private boolean attached;
    private boolean scheduled;
    private boolean finishing;

    /**
     * Enters a role.
     *
     * @param place the session, or where another endpoint has left the role
     * @param role the role's number
     * @param reactor what will play it; null for direct style
     * @throws RoleTakenException if it was entered before
     */
    protected EventEndpoint(Place place, int role, @Nullable Reactor reactor) {
        super(place, role);
        this.reactor = reactor;
    }

    /** Becomes a member of a family; these are played in direct style. */
    EventEndpoint(Place place, int role, int member) {
        super(place, role, member);
        this.reactor = null;
    }

    /**
     * Lets the reactor play the role. May be called by any thread.
     *
     * @param with gets the messages
     * @param first where the role stands
     */
    public final void play(H with, NextState<H> first) {
        handler = with;
        state = first;
        Conductor conductor = session().conductor();
        if (conductor == null) {
            wake();
        } else {
            conductor.handle(part(), new Conducted(this));
        }
    }

    private record Conducted(EventEndpoint<?> role) implements Conductor.Events {

        @Override
        public boolean next() {
            return role.turn();
        }

        @Override
        public long deadline() {
            return role.alarm();
        }

        @Override
        public boolean isOver() {
            return role.state == null;
        }
    }

    /**
     * Returns what a handler has returned, if that is where the role now stands.
     *
     * @param <N> its type
     * @param returned what the handler has returned
     * @throws StateUsedException if the role is not there
     */
    public final <N extends NextState<H>> N reached(@Nullable N returned) {
        if (returned == null || !returned.isStateOf(this)) {
            LocalState now = local();
            throw new StateUsedException("The handler of " + now.role() + " has returned "
                    + (returned == null ? "null" : "a state that " + now.role() + " is not in")
                    + ": it is in " + now.name() + ", where it " + now.actions()
                    + ". Return what the last send has returned, or the message if there is nothing to send.");
        }
        return returned;
    }

    /**
     * The role gets a turn where it can only send: its handler need not, so it is looked here whether the session goes on.
     *
     * @throws SessionClosedException if nothing more can be sent
     * @throws SessionCancelledException if the session was cancelled or has failed
     */
    public final void checkTurn() {
        session().gate().checkSend();
    }

    /** Returns what plays the role; null where it is played in direct style. */
    final @Nullable Reactor reactor() {
        return reactor;
    }

    /** Returns when the role is to get a turn though no message has come, on the clock of its waiting. */
    long alarm() {
        return Long.MAX_VALUE;
    }

    /** The role does not stand any more where it may have set an alarm. */
    void cancelAlarm() {}

    /** Has the reactor look for a message. May be called by any thread. */
    @Override
    public final void wake() {
        if (reactor != null && session().conductor() == null) {
            reactor.wake(this);
        }
    }

    /** Notes that the role will get a turn. Returns false if that was known. */
    final boolean schedule() {
        if (scheduled || state == null) {
            return false;
        }
        scheduled = true;
        return true;
    }

    /** Gives the handler one message, or lets the role start, and returns true; false if there is nothing to do now. */
    @SuppressWarnings("CatchingUnchecked") // whatever a handler throws, the reactor goes on with the other sessions
    final boolean turn() {
        scheduled = false;
        NextState<H> here = state;
        H with = handler;
        if (here == null || with == null) {
            return false;
        }
        try {
            return take(here, with);
        } catch (Throwable failure) {
            if (failure instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return failed(failure);
        }
    }

    private boolean take(NextState<H> here, H with) throws Exception {
        attach();
        if (!flush()) {
            session().gate().checkWait();
            sleep();
            return false;
        }
        if (finishing) {
            super.finish();
            quit();
            return true;
        }
        boolean ending = session().isEnding();
        VarHandle.acquireFence(); // whoever sees the end before he looks finds what came before it
        NextState<H> next = here.handle(with);
        if (next == null) {
            if (ending) {
                session().gate().checkWait();
            }
            sleep();
            return false;
        }
        goOn(next);
        if (session().isFinished(part())) {
            quit();
        } else {
            wake();
        }
        return true;
    }

    /** Done in the reactor's thread, as the roles that it plays use the same lanes there. */
    private void attach() {
        if (!attached) {
            attached = true;
            Cast cast = session().cast();
            for (Edge edge : session().protocol().edges()) {
                if (edge.to() == cast.role(part())) {
                    lane(edge, cast.senders(edge, part())[0], part()).in().onArrival(this);
                }
            }
        }
    }

    private Lane lane(Edge edge, int from, int to) {
        return session().wiring().lane(edge, from, to);
    }

    /** Peers on other threads wake the role by its waiter's place, those on this one by the lanes. */
    private void sleep() {
        Waiter place = place();
        if (place != null && place.sleep(this) && reactor != null && session().conductor() == null) {
            reactor.settle(this);
        }
    }

    /** Passes on what was sent and has found no room; returns whether all of it could be. */
    private boolean flush() {
        boolean all = true;
        if (stashes != null) {
            for (StashLane stash : stashes) {
                all &= stash.flush();
            }
        }
        return all;
    }

    /** Returns whether the role has failed. One that cannot go on because its session is ending has not: it has nothing more to do. */
    private boolean failed(Throwable failure) {
        boolean ending = failure instanceof SessionClosedException || failure instanceof SessionCancelledException;
        if (ending && session().isEnding()) {
            quit();
            giveUp();
            return false;
        }
        HandlerException cause = new HandlerException(local(), failure);
        Ghost ghost = Ghost.of(session(), part(), cause).orElse(null);
        if (ghost == null) {
            quit();
            session().fault(cause);
        } else {
            goOn(new Haunted<>(session(), ghost, cause));
            wake();
        }
        return true;
    }

    private void goOn(@Nullable NextState<H> next) {
        cancelAlarm();
        state = next;
    }

    private void quit() {
        goOn(null);
        handler = null;
    }

    /** The reactor is closed: nobody will play the role any more. */
    final void abandon() {
        if (state == null) {
            return;
        }
        quit();
        session().cancel("the reactor that plays its role " + local().role() + " was closed");
    }

    @Override
    public final OutLane out(int edge) {
        OutLane lane = super.out(edge);
        LaneSpec spec = session().protocol().edges().get(edge).lane();
        if (reactor == null || session().protocol().edges().get(edge).alternating() || !StashLane.isNeededFor(spec)) {
            return lane;
        }
        StashLane stash = new StashLane(lane, spec, session().gate());
        if (stashes == null) {
            stashes = new ArrayList<>(1);
        }
        stashes.add(stash);
        return stash;
    }

    /** Comes behind all that was sent. */
    @Override
    public final void finish() {
        if (flush()) {
            super.finish();
        } else {
            finishing = true;
        }
    }

    @Override
    final void sessionChanged() {
        wake();
    }

    @Override
    final Waiter waiter() {
        if (reactor != null) {
            LocalState now = local();
            throw new IllegalStateException("The handler of " + now.role() + " would keep its reactor waiting in "
                    + now.name() + ", where the role " + now.actions()
                    + ". Return the state instead: the handler's method for the message is called when it has come.");
        }
        return super.waiter();
    }
}
