package dev.parley.compiler.check;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.diagnostic.Origin;
import dev.parley.compiler.global.GlobalAutomaton;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.RoleName;
import dev.parley.compiler.protocol.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The types generated for roles in branches have names that nothing else has, on file systems that know no case too. */
public final class PartyNames {

    private PartyNames() {}

    /** Returns an error for each that has not. */
    public static List<Diagnostic> check(ProtocolDeclaration declaration, GlobalAutomaton global) {
        List<Diagnostic> found = new ArrayList<>();
        Map<String, String> owners = new HashMap<>();
        owners.put("session", "the session");
        for (RoleName role : global.roles()) {
            if (!role.isParty()) {
                owners.put(folded(role), "the role " + role);
            }
        }
        for (RoleName party : global.roles()) {
            if (party.isParty()) {
                String owner = owners.putIfAbsent(folded(party), party.inWords());
                if (owner != null) {
                    found.add(clash(declaration, party, owner));
                }
            }
        }
        return found;
    }

    private static Diagnostic clash(ProtocolDeclaration declaration, RoleName party, String owner) {
        Origin origin = declaration.block(party.block()).stream()
                .flatMap(block -> block.steps().stream())
                .filter(step -> step.method().equals(party.branch()))
                .findFirst()
                .map(Step::origin)
                .orElse(declaration.origin());
        return Diagnostic.of(
                        DiagnosticId.NAME_CLASH,
                        origin,
                        party.inWords() + " would be generated as " + declaration.generatedPrefix() + party.typeName()
                                + ", which is the type of " + owner)
                .hint("rename the branch");
    }

    private static String folded(RoleName role) {
        return role.typeName().toLowerCase(Locale.ROOT);
    }
}
