package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.Leaving;
import dev.parley.runtime.ProtocolSpec.State;
import dev.parley.runtime.ProtocolSpec.Transition;
import dev.parley.runtime.buffer.InLane;
import dev.parley.runtime.buffer.VirtualThreads;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plays on for a role that has crashed, by the role's machine: discards what it receives until it comes to a state with a crash
 * alternative, which it takes, or to an end; for a member of a family also to a state in which it may leave, or be left behind. As it
 * does what the role might have done, whatever holds for all runs of the protocol holds for those with a ghost: nobody waits for ever,
 * and no message comes unexpected.
 *
 * <p>For one thread at a time: the crashed role's, or one that has taken its place.
 */
final class Ghost extends Endpoint {

    private final Session session;
    private final int part;
    private final List<State> states;
    private final Throwable cause;
    private final Map<Integer, InLane> lanes = new HashMap<>();
    private int state;
    private @Nullable Boolean survived;

    private Ghost(Session session, int part, @Nullable Endpoint before, int from, Throwable cause) {
        super(session, part, before);
        this.session = session;
        this.part = part;
        this.states = states(session, part);
        this.cause = cause;
        this.state = before == null ? from : before.position();
    }

    /**
     * Plays on for a role, waiting where it has to.
     *
     * @return whether the session does not need the role any more; if not, it has to be faulted, unless it has ended
     */
    static boolean survives(Session session, int part, Throwable cause) {
        return of(session, part, cause).filter(Ghost::play).isPresent();
    }

    /** Plays on for a role in a thread of its own; faults the session if it cannot do without the role. */
    static void haunt(Session session, int part, Throwable cause) {
        Thread ghost = VirtualThreads.factory().newThread(() -> {
            if (!survives(session, part, cause)) {
                session.fault(cause);
            }
        });
        ghost.setName(session.id() + "/" + session.nameOf(part) + " after its crash");
        ghost.start();
    }

    /**
     * Returns the ghost of a role; empty where it could not help, because it would come to no state in which others go on without it, or
     * the session has ended.
     *
     * @param cause what the role has died of
     */
    static Optional<Ghost> of(Session session, int part, Throwable cause) {
        boolean leftBehind = isLeftBehind(session, part);
        if (!leftBehind && (session.isFinished(part) || session.status().isEnd())) {
            return Optional.empty();
        }
        Endpoint before = session.endpoint(part);
        int state = before == null ? session.stateNumber(part) : before.resign();
        return leftBehind || isInReach(session, part, state)
                ? Optional.of(new Ghost(session, part, before, state, cause))
                : Optional.empty();
    }

    /** Returns whether others have gone on without a member of a family, who has not come to know that. */
    private static boolean isLeftBehind(Session session, int part) {
        if (!session.isFinished(part) || !session.cast().hasLeft(part)) {
            return false;
        }
        Endpoint player = session.endpoint(part);
        int state = player == null ? session.stateNumber(part) : player.position();
        SessionStatus status = session.status();
        return !states(session, part).get(state).isFinal()
                && status != SessionStatus.CANCELLED
                && status != SessionStatus.FAULTED;
    }

    private static Optional<Transition> farewell(Session session, int part, State state) {
        return session.protocol().farewell(session.cast().role(part), state);
    }

    /**
     * Returns whether a part that does nothing but receive may come to a state that it need not go on from. What is gathered from a family is
     * not received for it: nobody knows which messages of the round its program has taken.
     */
    private static boolean isInReach(Session session, int part, int from) {
        BitSet seen = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        open.add(from);
        while (!open.isEmpty()) {
            int number = open.remove();
            State state = states(session, part).get(number);
            if (session.protocol().crash(state).isPresent()
                    || farewell(session, part, state).isPresent()) {
                return true;
            }
            if (state.receives() && !gathers(session, part, state) && !seen.get(number)) {
                seen.set(number);
                state.transitions().forEach(transition -> open.add(transition.target()));
            }
        }
        return false;
    }

    private static boolean gathers(Session session, int part, State state) {
        return state.transitions().stream()
                .map(receive -> session.protocol().edges().get(receive.edge()))
                .anyMatch(edge -> session.cast().isPlural(session.cast().role(part), edge.from()));
    }

    private static List<State> states(Session session, int part) {
        return session.protocol().machines().get(session.cast().role(part)).states();
    }

    /** Returns whether the session does not need the role any more; not known before there is nothing left to do. */
    boolean hasSurvived() {
        return Boolean.TRUE.equals(survived);
    }

    private boolean play() {
        try {
            while (!advance()) {
                pause();
            }
            return hasSurvived();
        } catch (SessionCancelledException | SessionClosedException e) {
            return isLeftBehind(session, part); // else it makes no difference any more
        }
    }

    /** Goes on as far as that is possible without waiting, and returns whether nothing is left to do. */
    boolean advance() {
        while (survived == null) {
            State now = spec();
            Optional<Transition> crash = session.protocol().crash(now);
            Optional<Transition> farewell = farewell(session, part, now);
            if (now.isFinal() || isLeftBehind(session, part)) {
                survived();
                finish();
            } else if (crash.isPresent()) {
                tell(crash.get());
            } else if (farewell.isPresent()) {
                leave(farewell.get());
            } else if (!now.receives() || gathers(session, part, now)) {
                survived = false;
            } else if (!discard(now)) {
                if (!now.accepting() || !over()) {
                    return false;
                }
                survived();
                finish();
            }
        }
        return true;
    }

    /** Receives a message if there is one, and returns whether there was. */
    private boolean discard(State now) {
        for (Transition transition : now.transitions()) {
            InLane lane = lanes.computeIfAbsent(transition.edge(), this::in);
            if (lane.poll() >>> 32 == transition.message()) {
                active();
                lane.advance();
                state = transition.target();
                return true;
            }
        }
        return false;
    }

    /** A member of a family says that it leaves, or is silent where others may decide without it. */
    private void leave(Transition farewell) {
        if (farewell.leaving() == Leaving.CERTAIN) {
            tell(farewell);
        } else {
            survived();
            leave();
            finish();
        }
    }

    /** Sends a message to all its receivers, one after the other, and tells the listeners before them; then the role is done. */
    private void tell(Transition first) {
        survived();
        leave();
        send(first);
        while (spec().multicastRest()) {
            send(spec().transitions().get(0));
        }
        finish();
    }

    private void send(Transition step) {
        out(step.edge()).send((long) step.message() << 32);
        state = step.target();
    }

    private void survived() {
        survived = true;
        session.tolerated(part, cause);
    }

    private State spec() {
        return states.get(state);
    }

    @Override
    protected int state() {
        return state;
    }
}
