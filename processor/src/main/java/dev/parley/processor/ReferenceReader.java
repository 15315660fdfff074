package dev.parley.processor;

import dev.parley.compiler.protocol.Reference;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads the types by which annotations and steps name roles and blocks. */
final class ReferenceReader {

    private final NestedTypes nested;
    private final Findings findings;

    ReferenceReader(NestedTypes nested, Findings findings) {
        this.nested = nested;
        this.findings = findings;
    }

    /** Returns the role named by a member of an annotation, or nothing where the compiler has its own complaint about that member. */
    Optional<Reference> role(Annotated annotation, String member) {
        Optional<Reference> role = annotation.value(member).flatMap(value -> role(annotation, value));
        if (role.isEmpty()) {
            findings.missingReference();
        }
        return role;
    }

    /** Returns the roles named by a member of an annotation that is an array, unless one of them does not exist. */
    Optional<List<Reference>> roles(Annotated annotation, String member) {
        List<AnnotationValue> values = annotation.values(member);
        List<Reference> roles = values.stream()
                .flatMap(value -> role(annotation, value).stream())
                .toList();
        if (annotation.value(member).isEmpty() || roles.size() < values.size()) {
            findings.missingReference();
            return Optional.empty();
        }
        return Optional.of(roles);
    }

    private Optional<Reference> role(Annotated annotation, AnnotationValue value) {
        return value.getValue() instanceof TypeMirror type && type.getKind() != TypeKind.ERROR
                ? Optional.of(new Reference(name(type), annotation.origin(value)))
                : Optional.empty();
    }

    /** Returns the name by which a declaration refers to a type. */
    String name(TypeMirror type) {
        if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element) {
            return (nested.isBlock(element) || nested.isRole(element)
                            ? element.getSimpleName()
                            : element.getQualifiedName())
                    .toString();
        }
        return type.toString();
    }
}
