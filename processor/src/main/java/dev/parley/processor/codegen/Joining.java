package dev.parley.processor.codegen;

import dev.parley.compiler.machine.State;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.machine.Transition;
import dev.parley.compiler.protocol.Label;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Waiting for the branches of a parallel block.
 *
 * @param parties who plays in them
 * @param target the state after the last
 */
record Joining(List<RoleName> parties, State target) {

    /** Returns the branches that a role waits for in a state that users see; nothing where it waits for none. */
    static Optional<Joining> in(State state, StateMachine machine) {
        if (!isIn(state)) {
            return Optional.empty();
        }
        List<RoleName> parties = new ArrayList<>();
        State each = state;
        while (each.receives() && isStep(each.transitions().get(0))) {
            Transition done = each.transitions().get(0);
            parties.add(done.action().peer());
            each = machine.states().get(done.target());
        }
        return Optional.of(new Joining(List.copyOf(parties), each));
    }

    /** Returns whether a role waits for its branches in a state that users see. */
    static boolean isIn(State state) {
        return !state.isHidden()
                && state.receives()
                && isStep(state.transitions().get(0));
    }

    /** Returns whether a party tells its role with a step that it is done. */
    static boolean isStep(Transition transition) {
        return transition.action().message().label().equals(Label.JOIN);
    }
}
