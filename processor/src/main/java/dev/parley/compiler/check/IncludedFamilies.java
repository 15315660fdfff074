package dev.parley.compiler.check;

import dev.parley.compiler.check.FamilyScopes.Scoped;
import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.protocol.Binding;
import dev.parley.compiler.protocol.Family;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.RoleDeclaration;
import dev.parley.compiler.protocol.Step.IncludeStep;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * In an included protocol one participant is played by one, which a member is within a block for each member of its family; and
 * a family is played by a family that is never smaller than it may be.
 */
final class IncludedFamilies implements DeclarationCheck {

    @Override
    public List<Diagnostic> check(ProtocolDeclaration declaration) {
        return FamilyScopes.of(declaration).stream()
                .flatMap(scoped -> scoped.block().steps().stream()
                        .filter(IncludeStep.class::isInstance)
                        .map(IncludeStep.class::cast)
                        .filter(include -> include.block().isPresent())
                        .flatMap(include -> check(include, scoped, declaration)))
                .distinct()
                .toList();
    }

    private static Stream<Diagnostic> check(IncludeStep include, Scoped scoped, ProtocolDeclaration declaration) {
        ProtocolDeclaration other = declaration.other(include.protocol().name()).orElseThrow();
        return include.bindings().stream().flatMap(binding -> {
            RoleDeclaration role = other.role(binding.role().name()).orElseThrow();
            RoleDeclaration player = declaration.role(binding.to().name()).orElseThrow();
            return check(binding, role, player, scoped, other.name()).stream();
        });
    }

    private static Optional<Diagnostic> check(
            Binding binding, RoleDeclaration role, RoleDeclaration player, Scoped scoped, String protocol) {
        boolean oneMember = scoped.within().equals(Optional.of(player.name().value()));
        Optional<Family> members = player.family().filter(family -> !oneMember);
        if (members.isPresent() && role.family().isEmpty()) {
            return Optional.of(wrong(
                            binding,
                            role.name() + " of " + protocol + " is one participant, and " + player.name()
                                    + ", who is to play it, is a family")
                    .hint("include " + protocol + " in a block that is run for each member: @ForEach(" + player.name()
                            + ".class)"));
        }
        if (members.isEmpty() && role.family().isPresent()) {
            return Optional.of(wrong(
                            binding,
                            role.name() + " of " + protocol + " is a family, and " + player.name()
                                    + ", who is to play it, is one "
                                    + (oneMember ? "member of a family here" : "participant"))
                    .hint("bind it to a family" + (oneMember ? ", outside blocks that are run for each member" : "")));
        }
        return role.family()
                .filter(family -> family.min() > members.orElseThrow().min())
                .map(family -> wrong(
                                binding,
                                role.name() + " of " + protocol + " has at least " + family.min() + " members, and "
                                        + player.name() + ", who is to play it, may have only "
                                        + members.orElseThrow().min())
                        .hint("declare " + player.name() + " with @Family(min = " + family.min() + ")"));
    }

    private static Diagnostic wrong(Binding binding, String problem) {
        return Diagnostic.of(DiagnosticId.INCLUDE_ROLES, binding.origin(), problem);
    }
}
