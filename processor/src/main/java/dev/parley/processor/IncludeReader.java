package dev.parley.processor;

import dev.parley.compiler.protocol.Binding;
import dev.parley.compiler.protocol.Continuation;
import dev.parley.compiler.protocol.Reference;
import dev.parley.compiler.protocol.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads a step that runs another protocol. */
final class IncludeReader {

    private final ReferenceReader references;
    private final Others others;
    private final Findings findings;

    IncludeReader(ReferenceReader references, Others others, Findings findings) {
        this.references = references;
        this.others = others;
        this.findings = findings;
    }

    Optional<Step> read(ExecutableElement method, Annotated include, Continuation next) {
        Optional<TypeMirror> included = include.value("value").flatMap(IncludeReader::type);
        List<Binding> bindings = new ArrayList<>();
        for (Annotated bind : include.nested("roles")) {
            included.flatMap(other -> binding(bind, other)).ifPresent(bindings::add);
        }
        if (included.isEmpty() || bindings.size() < include.values("roles").size()) {
            findings.missingReference();
            return Optional.empty();
        }
        Reference protocol = new Reference(name(included.get()), include.origin("value"));
        protocolElement(included.get()).ifPresent(element -> others.add(element, protocol.origin()));
        return Optional.of(new Step.IncludeStep(
                method.getSimpleName().toString(),
                protocol,
                bindings,
                next,
                MarksReader.read(method),
                ElementOrigin.of(method)));
    }

    private Optional<Binding> binding(Annotated bind, TypeMirror other) {
        Optional<Reference> role = bind.value("role")
                .flatMap(IncludeReader::type)
                .map(type -> new Reference(roleName(type, other), bind.origin("role")));
        return role.flatMap(
                bound -> references.role(bind, "to").map(player -> new Binding(bound, player, bind.origin())));
    }

    /** Returns the type written as an annotation's value, unless it does not exist. */
    private static Optional<TypeMirror> type(AnnotationValue value) {
        return value.getValue() instanceof TypeMirror type && type.getKind() != TypeKind.ERROR
                ? Optional.of(type)
                : Optional.empty();
    }

    static Optional<TypeElement> protocolElement(TypeMirror type) {
        return element(type).filter(element -> Annotated.isPresent(element, AnnotationNames.PROTOCOL));
    }

    private static Optional<TypeElement> element(TypeMirror type) {
        return type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? Optional.of(element)
                : Optional.empty();
    }

    private static String name(TypeMirror type) {
        return element(type)
                .map(element -> element.getQualifiedName().toString())
                .orElse(type.toString());
    }

    /** Returns the simple name of a role of the other protocol, and the qualified one of any other type. */
    private static String roleName(TypeMirror role, TypeMirror other) {
        return element(role)
                .filter(element -> Annotated.isPresent(element, AnnotationNames.ROLE)
                        && element(other).filter(Enclosing.of(element)::equals).isPresent())
                .map(element -> element.getSimpleName().toString())
                .orElseGet(() -> name(role));
    }
}
