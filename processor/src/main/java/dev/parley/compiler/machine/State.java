package dev.parley.compiler.machine;

import dev.parley.compiler.protocol.Label;
import java.util.List;
import java.util.Optional;

/**
 * A state of a role's machine.
 *
 * @param number its place in {@link StateMachine#states()}
 * @param name what users call it; unique among the states and message types of the role, and a legal Java type name
 * @param ownType whether the state has a generated type of its own; where it has not, nothing but one message type leads here, that type is the state, and at most one message may arrive here
 * @param multicastRest whether the role is inside a multicast here: its only transition sends the same message to the next receiver, and no user sees this state
 * @param block the block at whose start the role acts next; empty where it acts elsewhere, and for the protocol's own steps
 * @param accepting whether the protocol may be over for the role here
 * @param transitions what it may do: all sends or all receives, but for protocols that were refused for mixing them
 */
public record State(
        int number,
        String name,
        boolean ownType,
        boolean multicastRest,
        Optional<String> block,
        boolean accepting,
        List<Transition> transitions) {

    /** Copies the transitions. */
    public State {
        transitions = List.copyOf(transitions);
    }

    /** Returns whether the role may send here. */
    public boolean sends() {
        return transitions.stream().anyMatch(transition -> transition.action() instanceof Action.Send);
    }

    /** Returns whether the role may receive here. */
    public boolean receives() {
        return transitions.stream().anyMatch(transition -> transition.action() instanceof Action.Receive);
    }

    /** Returns whether no user sees this state: inside a multicast, or between a role and its parties. */
    public boolean isHidden() {
        return multicastRest
                || (!ownType
                        && transitions.stream()
                                .map(Transition::action)
                                .anyMatch(action -> action.message().label().isInternal()
                                        && !(action instanceof Action.Send
                                                && action.message().label().equals(Label.FORK))));
    }

    /** Returns whether nothing is left to do. */
    public boolean isFinal() {
        return transitions.isEmpty();
    }
}
