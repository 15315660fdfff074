package dev.parley.processor;

import static dev.parley.compiler.diagnostic.DiagnosticId.ROLE_SHAPE;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.protocol.Family;
import dev.parley.compiler.protocol.RoleDeclaration;
import dev.parley.compiler.protocol.RoleName;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Reads a role: an empty interface, which is nothing but a name. */
final class RoleReader {

    private final TypeElement protocol;
    private final Findings findings;

    RoleReader(TypeElement protocol, Findings findings) {
        this.protocol = protocol;
        this.findings = findings;
    }

    RoleDeclaration read(TypeElement role) {
        checkShape(role);
        return new RoleDeclaration(
                new RoleName(role.getSimpleName().toString()),
                Annotated.find(role, AnnotationNames.FAMILY).map(RoleReader::family),
                ElementOrigin.of(role));
    }

    private static Family family(Annotated family) {
        int min = family.value("min").isPresent() ? family.number("min") : Family.DEFAULT_MIN;
        return new Family(min, family.origin("min"));
    }

    private void checkShape(TypeElement role) {
        if (role.getKind() != ElementKind.INTERFACE) {
            findings.report(problem(role, "is " + Words.kind(role) + ", and a role is an empty interface")
                    .hint("write @Role interface " + role.getSimpleName() + " {}"));
            return;
        }
        if (!Enclosing.of(role).equals(protocol)) {
            findings.report(
                    problem(role, "is nested in " + Enclosing.of(role).getSimpleName() + ", which is not the protocol")
                            .hint("move it up: roles stand side by side in " + protocol.getSimpleName()));
        }
        if (!role.getTypeParameters().isEmpty()) {
            findings.report(problem(role, "has type parameters, and a role is nothing but a name"));
        }
        if (!role.getInterfaces().isEmpty()) {
            findings.report(
                    problem(role, "extends " + role.getInterfaces().get(0) + ", and a role is nothing but a name"));
        }
        if (!role.getEnclosedElements().isEmpty()) {
            findings.report(problem(role, "has members, and a role is nothing but a name")
                    .hint("what a role does is said by the steps of the protocol"));
        }
        if (Annotated.isPresent(role, AnnotationNames.CHOICE)) {
            findings.report(problem(role, "is both a role and a choice").hint("a choice is a block of its own"));
        }
    }

    private static Diagnostic problem(TypeElement role, String what) {
        return Diagnostic.of(ROLE_SHAPE, ElementOrigin.of(role), role.getSimpleName() + " " + what);
    }
}
