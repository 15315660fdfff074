package dev.parley.maven.bytecode;

import static dev.parley.compiler.diagnostic.DiagnosticId.PROTOCOL_SHAPE;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.protocol.Reference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.objectweb.asm.Type;

/** Reads the types by which annotations and steps name roles and blocks. */
final class References {

    private final String protocol;
    private final NestedClasses nested;
    private final TypeNames names;
    private final Findings findings;

    /**
     * Creates a reader.
     *
     * @param protocol the protocol's name in class files
     * @param nested the types nested in it
     * @param names the names of types
     * @param findings takes what is wrong
     */
    References(String protocol, NestedClasses nested, TypeNames names, Findings findings) {
        this.protocol = protocol;
        this.nested = nested;
        this.names = names;
        this.findings = findings;
    }

    /** Returns the role named by a member of an annotation. */
    Optional<Reference> role(Annotation annotation, String member) {
        return roles(annotation, member).flatMap(roles -> roles.stream().findFirst());
    }

    /** Returns the roles named by a member of an annotation, unless it is of a version that has no such member. */
    Optional<List<Reference>> roles(Annotation annotation, String member) {
        List<?> values = annotation.values(member);
        if (annotation.value(member).isEmpty() || !values.stream().allMatch(Type.class::isInstance)) {
            findings.reportGap(Diagnostic.of(
                            PROTOCOL_SHAPE,
                            annotation.origin(),
                            "the annotation does not say " + member + " which role")
                    .hint("compile the protocol against the version of parley-annotations that is used here"));
            return Optional.empty();
        }
        return Optional.of(values.stream()
                .map(type -> new Reference(name((Type) type), annotation.origin()))
                .toList());
    }

    /** Returns whether a type is a block of the protocol, which is a block itself. */
    boolean isBlock(Type type) {
        return type.getSort() == Type.OBJECT
                && (type.getInternalName().equals(protocol) || nested.blocks().containsKey(type.getInternalName()));
    }

    /** Returns whether a type is a role of the protocol. */
    boolean isRole(Type type) {
        return type.getSort() == Type.OBJECT && nested.roles().containsKey(type.getInternalName());
    }

    /** Returns the name by which a declaration refers to a type. */
    String name(Type type) {
        return isBlock(type) || isRole(type) ? names.of(type.getInternalName()).simple() : qualifiedName(type);
    }

    private String qualifiedName(Type type) {
        return switch (type.getSort()) {
            case Type.ARRAY -> qualifiedName(type.getElementType()) + "[]".repeat(type.getDimensions());
            case Type.OBJECT -> names.of(type.getInternalName()).toString();
            default -> type.getClassName();
        };
    }

    /** Returns the simple names of the blocks, without the protocol itself. */
    Stream<String> blockNames() {
        return nested.blocks().values().stream().map(block -> block.name().simple());
    }
}
