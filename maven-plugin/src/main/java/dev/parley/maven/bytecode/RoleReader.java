package dev.parley.maven.bytecode;

import static dev.parley.compiler.diagnostic.DiagnosticId.ROLE_SHAPE;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.protocol.Family;
import dev.parley.compiler.protocol.RoleDeclaration;
import dev.parley.compiler.protocol.RoleName;
import dev.parley.maven.bytecode.NestedClasses.Nested;
import org.objectweb.asm.tree.ClassNode;

/** Reads a role: an empty interface, which is nothing but a name. */
final class RoleReader {

    private final TypeNames.Name protocol;
    private final TypeNames names;
    private final Findings findings;

    RoleReader(TypeNames.Name protocol, TypeNames names, Findings findings) {
        this.protocol = protocol;
        this.names = names;
        this.findings = findings;
    }

    RoleDeclaration read(Nested role) {
        checkShape(role);
        return new RoleDeclaration(
                new RoleName(role.name().simple()),
                Annotation.find(role.file().node().invisibleAnnotations, Annotation.FAMILY, role.origin())
                        .map(RoleReader::family),
                role.origin());
    }

    private static Family family(Annotation family) {
        int min = family.value("min").isPresent() ? family.number("min") : Family.DEFAULT_MIN;
        return new Family(min, family.origin());
    }

    private void checkShape(Nested role) {
        ClassNode node = role.file().node();
        if (!role.file().isInterface()) {
            findings.report(problem(role, "is " + role.file().kind() + ", and a role is an empty interface")
                    .hint("write @Role interface " + role.name().simple() + " {}"));
            return;
        }
        if (!role.enclosing().equals(protocol)) {
            findings.report(problem(role, "is nested in " + role.enclosing().simple() + ", which is not the protocol")
                    .hint("move it up: roles stand side by side in " + protocol.simple()));
        }
        if (role.file().isGeneric()) {
            findings.report(problem(role, "has type parameters, and a role is nothing but a name"));
        }
        if (!node.interfaces.isEmpty()) {
            findings.report(problem(
                    role, "extends " + names.of(node.interfaces.get(0)) + ", and a role is nothing but a name"));
        }
        boolean hasTypes = node.innerClasses.stream().anyMatch(type -> node.name.equals(type.outerName));
        if (!node.methods.isEmpty() || !node.fields.isEmpty() || hasTypes) {
            findings.report(problem(role, "has members, and a role is nothing but a name")
                    .hint("what a role does is said by the steps of the protocol"));
        }
        if (Annotation.find(node.invisibleAnnotations, Annotation.CHOICE, role.origin())
                .isPresent()) {
            findings.report(problem(role, "is both a role and a choice").hint("a choice is a block of its own"));
        }
    }

    private static Diagnostic problem(Nested role, String what) {
        return Diagnostic.of(ROLE_SHAPE, role.origin(), role.name().simple() + " " + what);
    }
}
