package dev.parley.maven.bytecode;

import dev.parley.compiler.protocol.Binding;
import dev.parley.compiler.protocol.Continuation;
import dev.parley.compiler.protocol.Reference;
import dev.parley.compiler.protocol.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.MethodNode;

/** Reads a step that runs another protocol. */
final class IncludeReader {

    private final References references;
    private final TypeNames names;
    private final Others others;

    IncludeReader(References references, TypeNames names, Others others) {
        this.references = references;
        this.names = names;
        this.others = others;
    }

    Optional<Step> read(MethodNode method, Annotation include, Continuation next, ClassOrigin origin) {
        Optional<Type> included = include.value("value").map(Type.class::cast);
        List<Binding> bindings = new ArrayList<>();
        for (Object bind : include.values("roles")) {
            Annotation binding = new Annotation((AnnotationNode) bind, origin.annotation("Bind"));
            included.flatMap(other -> binding(binding, other)).ifPresent(bindings::add);
        }
        return included.map(other -> {
            others.add(other.getInternalName(), include.origin());
            return new Step.IncludeStep(
                    method.name,
                    new Reference(names.of(other.getInternalName()).toString(), include.origin()),
                    bindings,
                    next,
                    MarksReader.read(method.invisibleAnnotations, origin),
                    origin);
        });
    }

    private Optional<Binding> binding(Annotation bind, Type other) {
        Optional<Reference> role = bind.value("role")
                .map(type -> new Reference(roleName(((Type) type).getInternalName(), other), bind.origin()));
        return role.flatMap(
                bound -> references.role(bind, "to").map(player -> new Binding(bound, player, bind.origin())));
    }

    /** A role of the other protocol is known by its simple name. */
    private String roleName(String role, Type other) {
        boolean nested = names.enclosed(role)
                .filter(type -> other.getInternalName().equals(type.outerName) && others.isRole(role))
                .isPresent();
        return nested ? names.of(role).simple() : names.of(role).toString();
    }
}
