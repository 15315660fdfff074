package dev.parley.compiler.check;

import dev.parley.compiler.check.FamilyScopes.Scoped;
import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.diagnostic.Origin;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Step;
import dev.parley.compiler.protocol.Step.MessageStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Only a message that is gathered from a family can be decided on before all have sent it. */
final class Quorums implements DeclarationCheck {

    @Override
    public List<Diagnostic> check(ProtocolDeclaration declaration) {
        Set<String> families = FamilyBlocks.families(declaration);
        Set<String> roles = DeclarationCheck.roleNames(declaration);
        List<Diagnostic> found = new ArrayList<>();
        for (Scoped scoped : FamilyScopes.of(declaration)) {
            for (Step step : scoped.block().steps()) {
                step.marks()
                        .quorum()
                        .ifPresent(mark -> check(step, mark, scoped.within(), families, roles)
                                .ifPresent(found::add));
            }
        }
        return found.stream().distinct().toList();
    }

    private static Optional<Diagnostic> check(
            Step step, Origin mark, Optional<String> within, Set<String> families, Set<String> roles) {
        if (!(step instanceof MessageStep message)) {
            return Optional.of(misplaced(mark, step.method() + " is no message", "put it on a message of a family"));
        }
        String sender = message.from().name();
        if (roles.contains(sender) && !families.contains(sender)) {
            return Optional.of(misplaced(
                    mark,
                    step.method() + " is sent by " + sender + ", which one participant plays",
                    "remove it, or let a family send the message"));
        }
        return within.filter(sender::equals)
                .map(family -> misplaced(
                        mark,
                        step.method() + " is sent in a block that is run for each member of " + family
                                + ", to a receiver of its own",
                        "let the message follow that block, where the messages of all members are gathered"));
    }

    private static Diagnostic misplaced(Origin mark, String why, String hint) {
        return Diagnostic.of(DiagnosticId.QUORUM_MISPLACED, mark, "@Quorum has no messages to count here: " + why)
                .hint(hint);
    }
}
