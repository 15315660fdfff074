package dev.parley.compiler.check;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.protocol.Family;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.RoleDeclaration;
import java.util.List;

/** A family has no fewer than no members. */
final class FamilySizes implements DeclarationCheck {

    @Override
    public List<Diagnostic> check(ProtocolDeclaration declaration) {
        return declaration.roles().stream()
                .filter(role -> role.family().filter(family -> family.min() < 0).isPresent())
                .map(FamilySizes::negative)
                .toList();
    }

    private static Diagnostic negative(RoleDeclaration role) {
        Family family = role.family().orElseThrow();
        return Diagnostic.of(
                        DiagnosticId.FAMILY_SIZE,
                        family.origin(),
                        "the family " + role.name() + " is to have at least " + family.min() + " members")
                .hint("give 0 or more; without min it is " + Family.DEFAULT_MIN);
    }
}
