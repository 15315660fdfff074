package dev.parley.compiler.check;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.diagnostic.Suggestions;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Reference;
import dev.parley.compiler.protocol.Step.IncludeStep;
import dev.parley.compiler.protocol.Step.MessageStep;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every role sends or receives something. */
final class UsedRoles implements DeclarationCheck {

    @Override
    public List<Diagnostic> check(ProtocolDeclaration declaration) {
        Set<String> known = DeclarationCheck.roleNames(declaration);
        Set<String> used = new HashSet<>();
        DeclarationCheck.steps(declaration).forEach(step -> {
            if (step instanceof MessageStep message) {
                used.add(meant(message.from(), known));
                message.to().forEach(to -> used.add(meant(to, known)));
            } else if (step instanceof IncludeStep include
                    && include.block().isEmpty()) { // one that cannot be followed
                include.bindings().forEach(binding -> used.add(meant(binding.to(), known)));
            }
        });
        return declaration.roles().stream()
                .filter(role -> !used.contains(role.name().value()))
                .map(role -> Diagnostic.of(
                                DiagnosticId.ROLE_UNUSED,
                                role.origin(),
                                "the role " + role.name() + " neither sends nor receives a message")
                        .hint("remove it, or name it in the from or to of a message"))
                .toList();
    }

    /** Returns the role that a reference names or, where it is mistyped, probably names: one error for one slip is enough. */
    private static String meant(Reference reference, Set<String> known) {
        return known.contains(reference.name())
                ? reference.name()
                : Suggestions.nearest(reference.name(), known).orElse(reference.name());
    }
}
