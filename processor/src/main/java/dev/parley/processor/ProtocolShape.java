package dev.parley.processor;

import static dev.parley.compiler.diagnostic.DiagnosticId.PROTOCOL_SHAPE;

import dev.parley.compiler.diagnostic.Diagnostic;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** A protocol is an interface that stands for itself, and that the package it is in can see. */
final class ProtocolShape {

    private final TypeElement protocol;
    private final Findings findings;

    private ProtocolShape(TypeElement protocol, Findings findings) {
        this.protocol = protocol;
        this.findings = findings;
    }

    static void check(TypeElement protocol, Findings findings) {
        ProtocolShape shape = new ProtocolShape(protocol, findings);
        if (protocol.getKind() == ElementKind.INTERFACE) {
            shape.checkInterface();
        } else {
            findings.reportGap(shape.problem("is " + Words.kind(protocol) + ", and a protocol is an interface")
                    .hint("declare it as an interface"));
        }
        shape.checkVisible();
    }

    private void checkInterface() {
        if (!protocol.getTypeParameters().isEmpty()) {
            findings.report(problem("has type parameters, and a protocol has none")
                    .hint("name the types of the payload themselves"));
        }
        if (!protocol.getInterfaces().isEmpty()) {
            findings.reportGap(
                    problem("extends " + protocol.getInterfaces().get(0) + ", and a protocol stands for itself")
                            .hint("declare the roles, blocks and steps in the protocol itself"));
        }
        if (protocol.getModifiers().contains(Modifier.SEALED)) {
            findings.report(problem("is sealed, and nothing ever implements a protocol")
                    .hint("remove the modifier sealed and the types it permits"));
        }
    }

    private void checkVisible() {
        for (Element each = protocol; each instanceof TypeElement; each = Enclosing.of(each)) {
            if (each.getModifiers().contains(Modifier.PRIVATE)) {
                String where = each.equals(protocol)
                        ? "is private"
                        : "is nested in " + each.getSimpleName() + ", which is private";
                findings.report(problem(where + ", and the code generated for it stands outside")
                        .hint("let the package see " + each.getSimpleName() + ": remove the modifier private"));
            }
        }
    }

    private Diagnostic problem(String what) {
        return Diagnostic.of(PROTOCOL_SHAPE, ElementOrigin.of(protocol), protocol.getSimpleName() + " " + what);
    }
}
