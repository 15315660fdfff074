package dev.parley.compiler.global;

import dev.parley.compiler.protocol.RoleName;
import dev.parley.compiler.protocol.Step.MessageStep;
import java.util.Optional;

/**
 * A step of the global automaton.
 *
 * @param interaction what happens
 * @param target the number of the state after it
 * @param step the method that declares it
 * @param departure that a member of a family leaves with it
 */
public record GlobalTransition(Interaction interaction, int target, MessageStep step, Optional<Departure> departure) {

    /** Creates a step with which nobody leaves. */
    public GlobalTransition(Interaction interaction, int target, MessageStep step) {
        this(interaction, target, step, Optional.empty());
    }

    /** Returns the same step to another state. */
    public GlobalTransition to(int other) {
        return new GlobalTransition(interaction, other, step, departure);
    }

    /** Returns whether a role may go on to the state after the step: it may not if it has left for certain. */
    public boolean keeps(RoleName role) {
        return departure
                .filter(each -> each.certain() && each.family().equals(role))
                .isEmpty();
    }

    /** Returns whether a role may have left with the step. */
    public boolean mayLose(RoleName role) {
        return departure.filter(each -> each.family().equals(role)).isPresent();
    }
}
