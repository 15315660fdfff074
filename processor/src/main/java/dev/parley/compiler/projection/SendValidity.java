package dev.parley.compiler.projection;

import dev.parley.compiler.global.GlobalState;
import dev.parley.compiler.global.GlobalTransition;
import dev.parley.compiler.global.Interaction;
import dev.parley.compiler.projection.SendConflict.Otherwise;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether every message that a role may send in some situation may be sent in all situations that look alike to it.
 *
 * <p>Source: Li, Stutz, Wies, Zufferey, CAV 2023, Definition 5.3 (send validity). All sends of a global state belong to
 * one role, so a subset is valid exactly when it holds no sending state, or sending states only, all with the same sends.
 */
public final class SendValidity {

    private SendValidity() {}

    /** Returns a conflict for each state of the projection that is not valid. */
    public static List<SendConflict> conflicts(Projection projection) {
        List<SendConflict> conflicts = new ArrayList<>();
        for (SubsetState state : projection.states()) {
            conflict(projection, state).ifPresent(conflicts::add);
        }
        return conflicts;
    }

    private static Optional<SendConflict> conflict(Projection projection, SubsetState state) {
        for (GlobalState permitting : state.sending()) {
            for (GlobalTransition action : permitting.transitions()) {
                for (GlobalState other : state.sending()) {
                    if (!sends(other).contains(action.interaction())) {
                        return Optional.of(
                                between(projection, state, permitting, action, other.number(), Otherwise.SEND_ANOTHER));
                    }
                }
            }
        }
        if (state.sending().isEmpty()) {
            return Optional.empty();
        }
        GlobalState permitting = state.sending().get(0);
        GlobalTransition action = permitting.transitions().get(0);
        for (int place : state.places()) {
            Optional<Otherwise> otherwise = projection.insteadOfSending(place);
            if (otherwise.isPresent()) {
                return Optional.of(between(projection, state, permitting, action, place, otherwise.get()));
            }
        }
        return Optional.empty();
    }

    private static Set<Interaction> sends(GlobalState state) {
        return state.transitions().stream().map(GlobalTransition::interaction).collect(Collectors.toSet());
    }

    private static SendConflict between(
            Projection projection,
            SubsetState state,
            GlobalState permitting,
            GlobalTransition action,
            int forbidding,
            Otherwise otherwise) {
        return new SendConflict(
                projection.role(),
                action,
                projection.traceTo(state, place -> place == permitting.number()),
                projection.traceTo(state, place -> place == forbidding),
                otherwise);
    }
}
