package dev.parley.compiler.check;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Reference;
import dev.parley.compiler.protocol.Step.MessageStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A message goes to at least one role, to none twice, and not to its sender. */
final class Receivers implements DeclarationCheck {

    @Override
    public List<Diagnostic> check(ProtocolDeclaration declaration) {
        List<Diagnostic> found = new ArrayList<>();
        DeclarationCheck.steps(declaration).forEach(step -> {
            if (step instanceof MessageStep message) {
                check(message, found);
            }
        });
        return found;
    }

    private static void check(MessageStep step, List<Diagnostic> found) {
        if (step.to().isEmpty()) {
            found.add(Diagnostic.of(DiagnosticId.MESSAGE_RECEIVERS, step.origin(), step.label() + " has no receiver")
                    .hint("name at least one role in to"));
        }
        Set<String> seen = new HashSet<>();
        for (Reference to : step.to()) {
            if (to.name().equals(step.from().name())) {
                found.add(Diagnostic.of(
                                DiagnosticId.MESSAGE_SELF,
                                to.origin(),
                                to.name() + " sends " + step.label() + " to itself")
                        .hint("a role knows what it does: leave the message out, or name another receiver"));
            }
            if (!seen.add(to.name())) {
                found.add(Diagnostic.of(
                                DiagnosticId.MESSAGE_RECEIVERS,
                                to.origin(),
                                to.name() + " is named twice as a receiver of " + step.label())
                        .hint("name each receiver once; to send the message again, declare another step"));
            }
        }
    }
}
