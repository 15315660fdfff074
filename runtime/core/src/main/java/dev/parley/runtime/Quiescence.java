package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.State;
import dev.parley.runtime.ProtocolSpec.Transition;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Finds out whether the protocol is over for roles that may be finished or may get one more message.
 *
 * <p>A role <em>rests</em> while it waits in a state where the protocol may be over. The protocol is over for the greatest set
 * of resting roles whose receivable edges are all empty and come from inside the set, or from roles that have finished: none
 * of them can be sent anything any more. Once true, this stays true, so each role of the set finds it by itself. Waiting for
 * closed edges alone would not do, as roles may rest waiting for each other.
 *
 * <p>What is seen role by role holds at one moment if no role began or ceased to rest meanwhile, which {@code events} tells.
 */
final class Quiescence {

    private static final int BUSY = -1;
    private static final int FINISHED = -2;

    private final Session session;

    /** For each role the state it rests in, or one of the constants. */
    private final AtomicIntegerArray roles;

    /** Counts the changes in {@code roles}. */
    private final AtomicLong events = new AtomicLong();

    Quiescence(Session session) {
        this.session = session;
        this.roles = new AtomicIntegerArray(session.protocol().roles().size());
        for (int i = 0; i < roles.length(); i++) {
            roles.set(i, BUSY);
        }
    }

    /** A role rests in a state; it has looked at its edges and will say so before it consumes a message. */
    void rest(int role, int state) {
        change(role, state);
    }

    /** A role ceases to rest. Called before it consumes a message or sends one. */
    void busy(int role) {
        change(role, BUSY);
    }

    /** A role has reached an end and has sent all it will. */
    void finish(int role) {
        change(role, FINISHED);
    }

    boolean isFinished(int role) {
        return roles.get(role) == FINISHED;
    }

    /** Returns how many changes there were: as long as it stays the same, {@link #isOver} does. */
    long events() {
        return events.get();
    }

    /**
     * Returns whether the protocol is over for a resting role. Even if it is, this may be false when roles cease or begin to
     * rest at the same time; the number of events has changed then.
     */
    boolean isOver(int role) {
        long before = events.get();
        int[] states = new int[roles.length()];
        boolean[] silent = new boolean[states.length];
        for (int i = 0; i < states.length; i++) {
            states[i] = roles.get(i);
            silent[i] = states[i] != BUSY;
        }
        boolean changed;
        do {
            changed = false;
            for (int i = 0; i < states.length; i++) {
                if (silent[i] && states[i] != FINISHED && mayReceive(i, states[i], silent)) {
                    silent[i] = false;
                    changed = true;
                }
            }
        } while (changed && silent[role]);
        return silent[role] && events.get() == before;
    }

    private boolean mayReceive(int role, int state, boolean[] silent) {
        State resting = session.protocol().machines().get(role).states().get(state);
        for (Transition transition : resting.transitions()) {
            int from = session.protocol().edges().get(transition.edge()).from();
            boolean open = !silent[from] && !session.wiring().isClosed(transition.edge());
            // Where the edge is not open, that was read first: all that was sent on it is visible here.
            if (open || !session.wiring().isEmpty(transition.edge())) {
                return true;
            }
        }
        return false;
    }

    private void change(int role, int state) {
        roles.set(role, state);
        events.incrementAndGet();
        // What the role does next must not be seen before the change: messages are stored with weaker order.
        VarHandle.fullFence();
    }
}
