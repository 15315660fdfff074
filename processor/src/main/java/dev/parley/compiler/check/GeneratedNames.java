package dev.parley.compiler.check;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.RoleDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The types generated for the roles and for the session have different names, on file systems that know no case too. */
final class GeneratedNames implements DeclarationCheck {

    @Override
    public List<Diagnostic> check(ProtocolDeclaration declaration) {
        List<Diagnostic> found = new ArrayList<>();
        Map<String, String> owners = new HashMap<>();
        owners.put("session", "the session");
        for (RoleDeclaration role : declaration.roles()) {
            String name = role.name().value();
            String owner = owners.putIfAbsent(name.toLowerCase(Locale.ROOT), "the role " + name);
            if (owner != null) {
                found.add(Diagnostic.of(
                                DiagnosticId.NAME_CLASH,
                                role.origin(),
                                "the role " + name + " would be generated as " + declaration.generatedPrefix() + name
                                        + ", which is the type of " + owner)
                        .hint("rename the role"));
            }
        }
        return found;
    }
}
