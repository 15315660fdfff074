package dev.parley.compiler.include;

import static dev.parley.compiler.diagnostic.DiagnosticId.INCLUDE_PROTOCOL;
import static dev.parley.compiler.diagnostic.DiagnosticId.INCLUDE_ROLES;
import static dev.parley.compiler.diagnostic.DiagnosticId.ROLE_UNDECLARED;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.diagnostic.Origin;
import dev.parley.compiler.diagnostic.Suggestions;
import dev.parley.compiler.protocol.Binding;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.RoleDeclaration;
import dev.parley.compiler.protocol.Step.IncludeStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** An included protocol is one, and each of its roles is played once, by a role that plays no other of them. */
final class Bindings {

    private final IncludeStep step;
    private final ProtocolDeclaration protocol;
    private final ProtocolDeclaration other;
    private final List<Diagnostic> found = new ArrayList<>();

    private Bindings(IncludeStep step, ProtocolDeclaration protocol, ProtocolDeclaration other) {
        this.step = step;
        this.protocol = protocol;
        this.other = other;
    }

    /**
     * Returns what is wrong with an include step.
     *
     * @param protocol the protocol whose roles are bound
     */
    static List<Diagnostic> check(IncludeStep step, ProtocolDeclaration protocol) {
        Optional<ProtocolDeclaration> other = protocol.other(step.protocol().name());
        if (other.isEmpty()) {
            return List.of(Diagnostic.of(
                            INCLUDE_PROTOCOL,
                            step.protocol().origin(),
                            step.method() + " includes " + step.protocol().name() + ", which is no protocol")
                    .hint("name an interface that is annotated with @Protocol"));
        }
        return new Bindings(step, protocol, other.get()).run();
    }

    private List<Diagnostic> run() {
        Map<String, Binding> byRole = new LinkedHashMap<>();
        Map<String, Binding> byPlayer = new LinkedHashMap<>();
        for (Binding binding : step.bindings()) {
            String role = binding.role().name();
            String player = binding.to().name();
            boolean roleKnown = known(role, binding.role().origin(), other, INCLUDE_ROLES);
            boolean playerKnown = known(player, binding.to().origin(), protocol, ROLE_UNDECLARED);
            if (roleKnown && playerKnown) {
                once(
                        byRole,
                        role,
                        binding,
                        first -> role + " of " + other.name() + " is played by "
                                + first.to().name() + " already");
                once(
                        byPlayer,
                        player,
                        binding,
                        first -> player + " plays " + first.role().name() + " of " + other.name()
                                + " already, and would send messages to itself");
            }
        }
        SortedSet<String> unbound = roles(other);
        step.bindings().forEach(binding -> unbound.remove(binding.role().name()));
        if (found.isEmpty() && !unbound.isEmpty()) {
            found.add(Diagnostic.of(
                            INCLUDE_ROLES,
                            step.protocol().origin(),
                            "nobody plays " + String.join(" and ", unbound) + " of " + other.name() + " in "
                                    + step.method())
                    .hint("add to roles: @Bind(role = " + other.name() + "." + unbound.first()
                            + ".class, to = ….class)"));
        }
        return found;
    }

    private boolean known(String role, Origin origin, ProtocolDeclaration declaration, DiagnosticId id) {
        SortedSet<String> roles = roles(declaration);
        if (!roles.contains(role)) {
            found.add(Diagnostic.of(id, origin, role + " is no role of " + declaration.name())
                    .hint(Suggestions.nearest(role, roles)
                            .map(name -> "did you mean " + name + "?")
                            .orElse("the roles are " + String.join(", ", roles))));
        }
        return roles.contains(role);
    }

    private void once(Map<String, Binding> bound, String name, Binding binding, Function<Binding, String> problem) {
        Binding first = bound.putIfAbsent(name, binding);
        if (first != null) {
            found.add(Diagnostic.of(INCLUDE_ROLES, binding.origin(), problem.apply(first))
                    .hint("bind each role of " + other.name() + " once, and each to a role of its own"));
        }
    }

    private static SortedSet<String> roles(ProtocolDeclaration declaration) {
        SortedSet<String> names = new TreeSet<>();
        declaration.roles().stream().map(RoleDeclaration::name).forEach(name -> names.add(name.value()));
        return names;
    }
}
