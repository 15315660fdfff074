package dev.parley.compiler.machine;

import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayList;
import java.util.List;

/**
 * What one role does: a deterministic machine over sends and receives (a communicating state machine). States are
 * numbered breadth first from the initial state 0, so equal protocols have equal machines.
 *
 * @param role the role
 * @param states the states, each at its number
 */
public record StateMachine(RoleName role, List<State> states) {

    /** Copies the states. */
    public StateMachine {
        states = List.copyOf(states);
    }

    /** Returns a send and those that send the same message on to further receivers, in order. */
    public List<Transition> multicast(Transition first) {
        List<Transition> sends = new ArrayList<>(List.of(first));
        State next = states.get(first.target());
        while (next.multicastRest()) {
            Transition send = next.transitions().get(0);
            sends.add(send);
            next = states.get(send.target());
        }
        return List.copyOf(sends);
    }

    /** Returns the state a session starts in. */
    public State initial() {
        return states.get(0);
    }
}
