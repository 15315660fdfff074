package dev.parley.maven.generate;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.diagnostic.Suggestions;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.protocol.RoleName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which endpoints are wanted.
 *
 * @param protocols the qualified names of the protocols; empty for all there are
 * @param roles the names of the roles; empty for all there are
 */
public record Selection(List<String> protocols, List<String> roles) {

    /** Copies the names. */
    public Selection {
        protocols = List.copyOf(protocols);
        roles = List.copyOf(roles);
    }

    /**
     * Returns which of the protocols there are is wanted.
     *
     * @throws UnknownNameException if one is wanted that there is not
     */
    Set<String> protocolsOf(Set<String> known) throws UnknownNameException {
        for (String protocol : protocols) {
            if (!known.contains(protocol)) {
                throw new UnknownNameException(
                        "No dependency holds a protocol " + protocol + ". " + protocolHint(protocol, known));
            }
        }
        return protocols.isEmpty() ? known : new LinkedHashSet<>(protocols);
    }

    private static String protocolHint(String protocol, Set<String> known) {
        if (known.isEmpty()) {
            return "None holds any protocol: add the jar that does as a dependency.";
        }
        Map<String, String> bySimpleName = new TreeMap<>();
        known.forEach(each -> bySimpleName.putIfAbsent(each.substring(each.lastIndexOf('.') + 1), each));
        return Suggestions.nearest(protocol, bySimpleName.keySet())
                .map(near -> "Did you mean " + bySimpleName.get(near) + "?")
                .orElseGet(() -> "There are " + String.join(", ", known) + ".");
    }

    /**
     * Returns the wanted roles of each protocol that has one of them.
     *
     * @throws UnknownNameException if a role is wanted that no protocol has, or a protocol is wanted that has no wanted role
     */
    Map<CompiledProtocol, Set<RoleName>> rolesOf(Collection<CompiledProtocol> wanted) throws UnknownNameException {
        Map<CompiledProtocol, Set<RoleName>> chosen = new LinkedHashMap<>();
        Set<String> missing = new LinkedHashSet<>(roles);
        Set<String> known = new TreeSet<>();
        for (CompiledProtocol protocol : wanted) {
            Set<RoleName> of = protocol.machines().stream()
                    .map(StateMachine::role)
                    .peek(role -> known.add(role.value()))
                    .filter(role -> roles.isEmpty() || roles.contains(role.value()))
                    .collect(Collectors.toSet());
            of.forEach(role -> missing.remove(role.value()));
            if (!of.isEmpty()) {
                chosen.put(protocol, of);
            }
        }
        if (!missing.isEmpty()) {
            throw new UnknownNameException(roleProblem(missing.iterator().next(), known));
        }
        for (CompiledProtocol protocol : wanted) {
            String name = protocol.declaration().qualifiedName();
            if (protocols.contains(name) && !chosen.containsKey(protocol)) {
                throw new UnknownNameException("The protocol " + name + " has none of the roles "
                        + String.join(", ", roles) + ". Leave it out, or add a role of it.");
            }
        }
        return chosen;
    }

    private static String roleProblem(String role, Set<String> known) {
        return "No protocol has a role " + role + ". "
                + Suggestions.nearest(role, known)
                        .map(near -> "Did you mean " + near + "?")
                        .orElseGet(() -> known.isEmpty()
                                ? "There is none at all."
                                : "There are " + String.join(", ", known) + ".");
    }
}
