package dev.parley.compiler.check;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.global.Families;
import dev.parley.compiler.global.GlobalAutomaton;
import dev.parley.compiler.global.GlobalTransition;
import dev.parley.compiler.global.Turns;
import dev.parley.compiler.global.Turns.Unled;
import dev.parley.compiler.projection.Projection;
import dev.parley.compiler.projection.SubsetState;
import dev.parley.compiler.protocol.Continuation;
import dev.parley.compiler.protocol.RoleName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Of those who begin a block for each member of a family, somebody knows which members have left before; and whoever plays with one
 * member alone, and takes part in what it may leave with, knows whether it has.
 */
public final class TurnMembers {

    private TurnMembers() {}

    /** Returns an error for each block of which nobody does, and each message of which somebody does not. */
    public static List<Diagnostic> check(GlobalAutomaton global, List<Projection> projections) {
        return Stream.concat(
                        Turns.unled(global).stream().map(TurnMembers::unknown),
                        projections.stream()
                                .filter(projection -> isWithOne(projection.role(), global.families()))
                                .flatMap(projection -> projection.states().stream()
                                        .flatMap(state -> ambiguous(state).stream())
                                        .map(step -> ambiguous(projection.role(), step))))
                .distinct()
                .toList();
    }

    /** Returns whether a role is played with one member of a family by somebody else. */
    private static boolean isWithOne(RoleName role, Families families) {
        return families.of(role).filter(family -> !family.equals(role.role())).isPresent();
    }

    /** Returns a step with which a member leaves, and that cannot be told in a state from one with which it stays. */
    private static Optional<GlobalTransition> ambiguous(SubsetState state) {
        List<GlobalTransition> steps = Stream.concat(
                        state.awaited().stream(),
                        state.sending().stream().flatMap(place -> place.transitions().stream()))
                .toList();
        return steps.stream()
                .filter(TurnMembers::leaves)
                .filter(leaving -> steps.stream()
                        .anyMatch(other -> other.interaction().equals(leaving.interaction()) && !leaves(other)))
                .findFirst();
    }

    private static boolean leaves(GlobalTransition step) {
        return step.step().next() instanceof Continuation.End;
    }

    private static Diagnostic ambiguous(RoleName party, GlobalTransition leaving) {
        String message = leaving.interaction().message().toString();
        return Diagnostic.of(
                        DiagnosticId.FOR_EACH_UNAWARE,
                        leaving.step().origin(),
                        party.inWords() + " cannot know whether a member has left with " + message
                                + ": it may be a message after which the member stays")
                .hint("give one of the two another label, or let " + party.role() + " learn before which it is");
    }

    private static Diagnostic unknown(Unled unled) {
        return Diagnostic.of(
                        DiagnosticId.FOR_EACH_UNAWARE,
                        unled.begin().origin(),
                        unled.block() + " is run for each member of " + unled.family()
                                + " that has not left, and nobody who begins it knows which have")
                .because(List.of(
                        "members may leave before: " + unled.leaving().origin().description()))
                .hint("let a role that members take their leave from, always the same, have a part in " + unled.block()
                        + ", outside parallel branches");
    }
}
