package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.ProtocolSpec.Transition;
import dev.parley.runtime.buffer.InLane;
import java.lang.invoke.VarHandle;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    private static final Integer BUSY = -1;
    private static final Integer FINISHED = -2;

    /** The state in which every party starts, and is again when its branch is over. */
    private static final Integer IDLE = 0;

    private final Session session;

    /** For each part the state it rests in, or one of the constants; null is busy, or idle for a party. */
    private final Slots<Integer> parts;

    /** Counts the changes in {@code roles}. */
    private final AtomicLong events = new AtomicLong();

    /** Edges whose next message is for a later state of a part that waits. Known only where remote roles have ended. */
    private volatile Set<Integer> early = Set.of();

    Quiescence(Session session) {
        this.session = session;
        this.parts = new Slots<>(session.cast().count());
    }

    /** A part rests in a state; it has looked at its edges and will say so before it consumes a message. */
    void rest(int part, int state) {
        change(part, state);
    }

    /** A party has come to the end of its branch; returns false if it had before. */
    boolean idle(int part, int state) {
        Integer before = parts.get(part);
        if (before == null || before.equals(IDLE)) {
            return false;
        }
        rest(part, state);
        return true;
    }

    /** A part ceases to rest. Called before it consumes a message or sends one. */
    void busy(int part) {
        change(part, BUSY);
    }

    /** A part has reached an end and has sent all it will, and so have its parties. */
    void finish(int part) {
        session.cast()
                .parts()
                .filter(each -> session.cast().player(each) == part)
                .forEach(each -> change(each, FINISHED));
    }

    /** A remote role sends nothing more on some edge. */
    void edgeEnded() {
        events.incrementAndGet();
    }

    boolean isFinished(int part) {
        return FINISHED.equals(parts.get(part));
    }

    /** Returns how many changes there were: as long as it stays the same, {@link #isOver} does. */
    long events() {
        return events.get();
    }

    /**
     * Returns whether the protocol is over for a resting part. Even if it is, this may be false when parts cease or begin to
     * rest at the same time; the number of events has changed then.
     */
    boolean isOver(int part) {
        long before = events.get();
        Integer[] states = new Integer[session.cast().count()];
        boolean[] silent = new boolean[states.length];
        for (int i = 0; i < states.length; i++) {
            Integer state = session.cast().isPart(i) ? parts.get(i) : FINISHED;
            // A party waits for its role to come to the block, be it entered or not.
            states[i] = state != null ? state : session.cast().player(i) != i ? IDLE : BUSY;
            silent[i] = !states[i].equals(BUSY);
        }
        boolean changed;
        do {
            changed = false;
            for (int i = 0; i < states.length; i++) {
                if (silent[i] && !states[i].equals(FINISHED) && mayReceive(i, states[i], silent)) {
                    silent[i] = false;
                    changed = true;
                }
            }
        } while (changed && silent[part]);
        return silent[part] && events.get() == before;
    }

    /**
     * Returns whether something that a part in a state may receive has come, or nothing can any more, which it finds when it looks.
     * For the part's thread, while it rests.
     */
    boolean hasNews(int part, int state) {
        List<Transition> receives = transitions(part, state);
        boolean allClosed = true;
        for (Transition receive : receives) {
            Edge edge = session.protocol().edges().get(receive.edge());
            for (int from : session.cast().senders(edge, part)) {
                long header = session.wiring().lane(edge, from, part).in().poll();
                if (header > 0 && receives.stream().anyMatch(each -> isHeadOf(header, each, receive.edge()))) {
                    return true;
                }
                setEarly(receive.edge(), header > 0);
                allClosed &= header == InLane.CLOSED;
            }
        }
        return allClosed;
    }

    private static boolean isHeadOf(long header, Transition receive, int edge) {
        return receive.edge() == edge && receive.message() == header >>> 32;
    }

    /** A part has looked for news, and goes on. */
    void forget(int part, int state) {
        transitions(part, state).forEach(receive -> setEarly(receive.edge(), false));
    }

    private synchronized void setEarly(int edge, boolean is) {
        if (early.contains(edge) != is) {
            Set<Integer> changed = new HashSet<>(early);
            if (is) {
                changed.add(edge);
            } else {
                changed.remove(edge);
            }
            early = Set.copyOf(changed);
            events.incrementAndGet();
        }
    }

    private List<Transition> transitions(int part, int state) {
        return session.protocol()
                .machines()
                .get(session.cast().role(part))
                .states()
                .get(state)
                .transitions();
    }

    private boolean mayReceive(int part, int state, boolean[] silent) {
        for (Transition transition : transitions(part, state)) {
            Edge edge = session.protocol().edges().get(transition.edge());
            if (early.contains(transition.edge())) {
                continue; // whatever may follow comes behind a message that is not for this state
            }
            for (int from : session.cast().senders(edge, part)) {
                boolean open = !silent[from] && !session.wiring().isClosed(edge, from, part);
                // Where the edge is not open, that was read first: all that was sent on it is visible here.
                if (open || !session.wiring().isEmpty(edge, from, part)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void change(int part, Integer state) {
        parts.set(part, state);
        events.incrementAndGet();
        // What the part does next must not be seen before the change: messages are stored with weaker order.
        VarHandle.fullFence();
    }
}
