package dev.parley.compiler.check;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.global.GlobalAutomaton;
import dev.parley.compiler.global.GlobalState;
import dev.parley.compiler.projection.Projection;
import dev.parley.compiler.projection.SubsetState;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.RoleDeclaration;
import java.util.ArrayList;
import java.util.List;

/** Warns of sessions that cannot end, and of roles that wait for ever while the others go on without them. */
public final class Liveness {

    private Liveness() {}

    /** Returns the warnings. */
    public static List<Diagnostic> check(
            ProtocolDeclaration declaration, GlobalAutomaton global, List<Projection> projections) {
        List<Diagnostic> found = new ArrayList<>();
        if (global.states().stream().noneMatch(GlobalState::isEnd)) {
            found.add(
                    Diagnostic.of(
                                    DiagnosticId.SESSION_ENDLESS,
                                    declaration.origin(),
                                    "no run of " + declaration.name() + " comes to an end")
                            .hint(
                                    "add an alternative that returns End or void, unless sessions shall only be closed from outside"));
        }
        for (RoleDeclaration role : declaration.roles()) {
            projections.stream()
                    .filter(projection -> projection.role().equals(role.name()))
                    .filter(projection -> projection.states().stream().anyMatch(Liveness::starves))
                    .forEach(projection -> found.add(starving(role, projection)));
        }
        return found;
    }

    private static boolean starves(SubsetState state) {
        return state.mayBeLeftOut() && !state.awaited().isEmpty();
    }

    private static Diagnostic starving(RoleDeclaration role, Projection projection) {
        SubsetState state = projection.states().stream()
                .filter(Liveness::starves)
                .findFirst()
                .orElseThrow();
        return Diagnostic.of(
                        DiagnosticId.ROLE_STARVES,
                        role.origin(),
                        role.name() + " may wait for ever for "
                                + state.awaited().get(0).interaction().message() + " while the others go on without it")
                .because(projection.traceWithout(state))
                .hint("tell " + role.name() + " that it is no longer needed, before the others go round for ever");
    }
}
