package dev.parley.processor.codegen;

import dev.parley.runtime.ProtocolSpec;
import dev.parley.runtime.ProtocolSpec.State;
import dev.parley.runtime.ProtocolSpec.Transition;
import dev.parley.runtime.Session;
import dev.parley.runtime.TimedEndpoint;
import dev.parley.runtime.buffer.InLane;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Plays a role at random by its compiled tables, as a program does by the generated code. A multicast is one step. */
final class TableRole extends TimedEndpoint<Void> {

    private final ProtocolSpec protocol;
    private final List<State> states;
    private final List<Boolean> inMulticast;
    private final Random random;
    private final Map<Integer, InLane> in = new HashMap<>();
    private int state;

    /**
     * Enters a role.
     *
     * @param inMulticast for each state, whether no program ever is in it
     */
    TableRole(Session session, int role, List<Boolean> inMulticast, Random random) {
        super(session, role);
        this.protocol = session.protocol();
        this.states = protocol.machines().get(role).states();
        this.inMulticast = inMulticast;
        this.random = random;
        startTimerIfNeeded();
    }

    @Override
    protected int state() {
        return state;
    }

    /** Plays the role to its end, unless something is to be done in place of one of its steps. */
    void play(int step, Runnable instead) {
        for (int i = 0; !states.get(state).isFinal(); i++) {
            if (i == step) {
                instead.run();
            }
            if (states.get(state).receives()) {
                if (!receive()) {
                    break;
                }
            } else {
                send();
            }
        }
        finish();
    }

    private void send() {
        State now = states.get(state);
        List<Transition> own = now.transitions().stream()
                .filter(each -> !protocol.message(each).crash())
                .toList();
        Transition chosen = own.get(random.nextInt(own.size()));
        boolean sends = true;
        if (now.timeout().filter(timeout -> timeout.transition().equals(chosen)).isPresent()) {
            sends = isInTime();
        } else if (now.timeout().isPresent()) {
            choose();
        }
        int next = send(chosen, sends);
        while (inMulticast.get(next)) {
            next = send(states.get(next).transitions().get(0), sends);
        }
        state = next;
        startTimerIfNeeded();
    }

    private int send(Transition transition, boolean really) {
        if (really && out(transition.edge()).claim()) {
            out(transition.edge()).publish((long) transition.message() << 32);
        }
        return transition.target();
    }

    private void startTimerIfNeeded() {
        if (states.get(state).timeout().isPresent()) {
            startTimer();
        }
    }

    /** Returns false where the protocol is over instead. */
    private boolean receive() {
        while (true) {
            for (Transition transition : states.get(state).transitions()) {
                InLane lane = in.computeIfAbsent(transition.edge(), this::in);
                if (lane.poll() >>> 32 == transition.message()) {
                    active();
                    lane.advance();
                    state = transition.target();
                    resume();
                    startTimerIfNeeded();
                    return true;
                }
            }
            if (states.get(state).accepting() && over()) {
                return false;
            }
            pause();
        }
    }
}
