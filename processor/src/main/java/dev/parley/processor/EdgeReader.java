package dev.parley.processor;

import dev.parley.compiler.protocol.EdgeDeclaration;
import dev.parley.compiler.protocol.EdgeDeclaration.Mode;
import dev.parley.compiler.protocol.EdgeDeclaration.WhenFull;
import dev.parley.compiler.protocol.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Reads the edges that a protocol configures. */
final class EdgeReader {

    private final ReferenceReader references;

    EdgeReader(ReferenceReader references) {
        this.references = references;
    }

    List<EdgeDeclaration> read(TypeElement protocol) {
        List<Annotated> annotations = new ArrayList<>();
        Annotated.find(protocol, AnnotationNames.EDGE).ifPresent(annotations::add);
        Annotated.find(protocol, AnnotationNames.EDGES).ifPresent(list -> annotations.addAll(list.nested("value")));
        return annotations.stream().map(this::edge).flatMap(Optional::stream).toList();
    }

    private Optional<EdgeDeclaration> edge(Annotated edge) {
        Optional<Reference> from = references.role(edge, "from");
        Optional<Reference> to = references.role(edge, "to");
        return from.flatMap(sender -> to.map(receiver -> new EdgeDeclaration(
                sender,
                receiver,
                edge.number("capacity"),
                Mode.valueOf(constant(edge, "mode", Mode.FIFO.name())),
                WhenFull.valueOf(constant(edge, "whenFull", WhenFull.BLOCK.name())),
                edge.number("maxCapacity"),
                edge.origin(),
                edge.origin("capacity"),
                edge.origin("maxCapacity"))));
    }

    private static String constant(Annotated edge, String member, String otherwise) {
        return edge.value(member)
                .map(AnnotationValue::getValue)
                .filter(VariableElement.class::isInstance)
                .map(constant -> ((VariableElement) constant).getSimpleName().toString())
                .orElse(otherwise);
    }
}
