package dev.parley.testing;

import dev.parley.runtime.Endpoint;
import dev.parley.runtime.ProtocolSpec.Machine;
import dev.parley.runtime.ProtocolSpec.State;
import dev.parley.runtime.ProtocolSpec.Transition;
import dev.parley.runtime.Session;
import dev.parley.runtime.buffer.InLane;
import dev.parley.runtime.buffer.MessageLayout;
import dev.parley.runtime.buffer.OutLane;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Plays a role by its machine: where it may do several things, chance decides. */
final class Improviser extends Endpoint {

    /** Why a session is cancelled that could go on for ever. */
    static final String ENDLESS = "the rehearsal is over, and the protocol has no end that could be reached";

    private static final int NO_WAY = Integer.MAX_VALUE;

    private final Session session;
    private final Machine machine;
    private final Chance chance;
    private final Payloads payloads;
    private final int[] toEnd;
    private final Map<Integer, OutLane> out = new HashMap<>();
    private final Map<Integer, InLane> in = new HashMap<>();
    private int stepsLeft;
    private int state;
    private boolean done;

    Improviser(Session session, String role, Chance chance, Payloads payloads, int steps) {
        super(session, session.protocol().role(role));
        this.session = session;
        this.machine = session.protocol().machines().get(session.protocol().role(role));
        this.chance = chance;
        this.payloads = payloads;
        this.stepsLeft = steps;
        this.toEnd = distances(machine.states());
    }

    @Override
    protected int state() {
        return state;
    }

    void play() {
        while (!done) {
            State now = machine.states().get(state);
            if (now.receives()) {
                receive(now);
            } else {
                send(choose(now.transitions()));
            }
        }
    }

    private Transition choose(List<Transition> possible) {
        if (stepsLeft > 0) {
            return possible.get(chance.next(possible.size(), Chance.NOBODY));
        }
        Transition shortest = possible.get(0);
        for (Transition each : possible) {
            if (toEnd[each.target()] < toEnd[shortest.target()]) {
                shortest = each;
            }
        }
        if (toEnd[shortest.target()] == NO_WAY) {
            session.cancel(ENDLESS);
        }
        return shortest;
    }

    private void send(Transition send) {
        send.guard().ifPresent(this::guard);
        message(send).write(out.computeIfAbsent(send.edge(), this::out), payloads.of(message(send), chance));
        enter(send.target());
    }

    private void receive(State now) {
        boolean waited = false;
        while (!take(now)) {
            if (now.accepting() && over()) {
                finish();
                done = true;
                return;
            }
            pause();
            waited = true;
        }
        if (waited) {
            resume();
        }
    }

    private boolean take(State now) {
        for (Transition receive : now.transitions()) {
            InLane lane = in.computeIfAbsent(receive.edge(), this::in);
            if (lane.poll() >>> 32 == receive.message() && lane.poll() > 0) {
                active();
                lane.advance();
                enter(receive.target());
                return true;
            }
        }
        return false;
    }

    private MessageLayout message(Transition transition) {
        return session.protocol().edges().get(transition.edge()).message(transition.message());
    }

    private void enter(int target) {
        state = target;
        stepsLeft = Math.max(0, stepsLeft - 1);
        if (machine.states().get(state).isFinal()) {
            finish();
            done = true;
        }
    }

    /** Returns for each state how many steps it is to one where the protocol may be over for the role. */
    private static int[] distances(List<State> states) {
        int[] distances = new int[states.size()];
        Arrays.setAll(distances, number -> states.get(number).accepting() ? 0 : NO_WAY);
        boolean changed;
        do {
            changed = false;
            for (int i = 0; i < distances.length; i++) {
                for (Transition each : states.get(i).transitions()) {
                    int beyond = distances[each.target()];
                    if (beyond != NO_WAY && beyond + 1 < distances[i]) {
                        distances[i] = beyond + 1;
                        changed = true;
                    }
                }
            }
        } while (changed);
        return distances;
    }
}
