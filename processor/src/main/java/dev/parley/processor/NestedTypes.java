package dev.parley.processor;

import static dev.parley.compiler.diagnostic.DiagnosticId.PROTOCOL_MEMBER;

import dev.parley.compiler.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * The types nested in a protocol, told apart and sorted by name: compilers do not keep the order in which they are declared.
 *
 * @param protocol the protocol
 * @param roles those annotated as roles
 * @param blocks the other interfaces
 */
record NestedTypes(TypeElement protocol, Set<TypeElement> roles, Set<TypeElement> blocks) {

    /** Returns the types nested in a protocol. Blocks nested deeper than they may be are blocks all the same. */
    static NestedTypes of(TypeElement protocol, Findings findings) {
        List<TypeElement> roles = new ArrayList<>();
        List<TypeElement> blocks = new ArrayList<>();
        collect(protocol, protocol, roles, blocks, findings);
        return new NestedTypes(protocol, sorted(roles), sorted(blocks));
    }

    private static void collect(
            TypeElement enclosing,
            TypeElement protocol,
            List<TypeElement> roles,
            List<TypeElement> blocks,
            Findings findings) {
        for (TypeElement type : ElementFilter.typesIn(enclosing.getEnclosedElements())) {
            if (Annotated.isPresent(type, AnnotationNames.ROLE)) {
                roles.add(type);
            } else if (type.getKind() != ElementKind.INTERFACE) {
                findings.report(problem(type, "is " + Words.kind(type) + ", neither a role nor a block")
                        .hint("move it out of the protocol"));
            } else if (Annotated.isPresent(type, AnnotationNames.PROTOCOL)) {
                findings.report(problem(type, "is a protocol of its own, neither a role nor a block")
                        .hint("move it out of the protocol " + protocol.getSimpleName()));
            } else {
                if (!enclosing.equals(protocol)) {
                    findings.report(problem(type, "is nested in the block " + enclosing.getSimpleName())
                            .hint("move it up: blocks stand side by side in " + protocol.getSimpleName()));
                }
                blocks.add(type);
                collect(type, protocol, roles, blocks, findings);
            }
        }
    }

    private static Diagnostic problem(TypeElement type, String what) {
        return Diagnostic.of(PROTOCOL_MEMBER, ElementOrigin.of(type), type.getSimpleName() + " " + what);
    }

    private static Set<TypeElement> sorted(List<TypeElement> types) {
        types.sort(Comparator.comparing(type -> type.getSimpleName().toString()));
        return new LinkedHashSet<>(types);
    }

    /** Returns whether a type is a block of the protocol, which is a block itself. */
    boolean isBlock(Element type) {
        return type.equals(protocol) || blocks.contains(type);
    }

    /** Returns whether a type is a role of the protocol. */
    boolean isRole(Element type) {
        return roles.contains(type);
    }
}
