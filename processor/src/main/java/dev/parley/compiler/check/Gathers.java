package dev.parley.compiler.check;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.global.Families;
import dev.parley.compiler.global.GlobalTransition;
import dev.parley.compiler.global.Interaction;
import dev.parley.compiler.projection.Projection;
import dev.parley.compiler.projection.SubsetState;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whoever gathers a message from a family knows that it does: the members must not decide for it what comes next, as each could
 * decide otherwise, and where there is no member nobody would.
 */
public final class Gathers {

    private Gathers() {}

    /** Returns an error for each state of a role in which it may gather a message or do something else. */
    public static List<Diagnostic> check(Families families, List<Projection> projections) {
        List<Diagnostic> found = new ArrayList<>();
        for (Projection projection : projections) {
            RoleName role = projection.role();
            for (SubsetState state : projection.states()) {
                state.awaited().stream()
                        .filter(message -> !message.interaction().isJoin())
                        .filter(message ->
                                families.isPlural(role, message.interaction().from()))
                        .findFirst()
                        .ifPresent(gathered ->
                                instead(state, gathered).ifPresent(other -> found.add(mixed(role, gathered, other))));
            }
        }
        return found;
    }

    private static Optional<String> instead(SubsetState state, GlobalTransition gathered) {
        if (state.mayBeOver()) {
            return Optional.of("be done");
        }
        return state.awaited().stream()
                .map(GlobalTransition::interaction)
                .filter(other -> !other.equals(gathered.interaction()))
                .findFirst()
                .map(Gathers::receipt);
    }

    private static String receipt(Interaction interaction) {
        return "receive " + interaction.message() + " from " + interaction.from();
    }

    private static Diagnostic mixed(RoleName role, GlobalTransition gathered, String other) {
        Interaction message = gathered.interaction();
        return Diagnostic.of(
                        DiagnosticId.GATHER_ALTERNATIVE,
                        gathered.step().origin(),
                        role + " is to gather " + message.message() + " from all members of " + message.from()
                                + " here, or to " + other + ", and would learn which only from the members")
                .hint("let another role tell " + role + " which it is before " + message.from() + " sends");
    }
}
