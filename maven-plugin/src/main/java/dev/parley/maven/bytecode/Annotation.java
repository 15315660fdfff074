package dev.parley.maven.bytecode;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;

/**
 * An annotation in a class file: only values that are written in the source are there.
 *
 * @param node the annotation
 * @param origin its place
 */
record Annotation(AnnotationNode node, ClassOrigin origin) {

    static final String PROTOCOL = "Ldev/parley/annotation/Protocol;";
    static final String ROLE = "Ldev/parley/annotation/Role;";
    static final String MESSAGE = "Ldev/parley/annotation/Message;";
    static final String CHOICE = "Ldev/parley/annotation/Choice;";
    static final String PARALLEL = "Ldev/parley/annotation/Parallel;";
    static final String FOR_EACH = "Ldev/parley/annotation/ForEach;";
    static final String ADMITS = "Ldev/parley/annotation/Admits;";
    static final String FAMILY = "Ldev/parley/annotation/Family;";
    static final String QUORUM = "Ldev/parley/annotation/Quorum;";
    static final String TIMEOUT = "Ldev/parley/annotation/Timeout;";
    static final String ON_CRASH = "Ldev/parley/annotation/OnCrash;";
    static final String GUARD = "Ldev/parley/annotation/Guard;";
    static final String PHASE = "Ldev/parley/annotation/Phase;";
    static final String INCLUDE = "Ldev/parley/annotation/Include;";
    static final String EDGE = "Ldev/parley/annotation/Edge;";
    static final String EDGES = "Ldev/parley/annotation/Edge$List;";

    /** Returns the annotation of a descriptor among those of an element. The language's are not kept for run time. */
    static Optional<Annotation> find(
            @Nullable List<AnnotationNode> annotations, String descriptor, ClassOrigin element) {
        return entries(annotations)
                .filter(node -> node.desc.equals(descriptor))
                .findFirst()
                .map(node -> new Annotation(node, element.annotation(simpleName(descriptor))));
    }

    private static Stream<AnnotationNode> entries(@Nullable List<AnnotationNode> annotations) {
        return annotations == null ? Stream.of() : annotations.stream();
    }

    private static String simpleName(String descriptor) {
        String className = Type.getType(descriptor).getClassName();
        return className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
    }

    /** Returns what is written for a member. */
    Optional<Object> value(String member) {
        if (node.values != null) {
            for (int i = 0; i < node.values.size(); i += 2) {
                if (node.values.get(i).equals(member)) {
                    return Optional.of(node.values.get(i + 1));
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the entries written for a member that is an array. */
    List<?> values(String member) {
        return value(member)
                .map(value -> value instanceof List<?> list ? list : List.of(value))
                .orElse(List.of());
    }

    /** Returns the number written for a member; 0 if there is none. */
    int number(String member) {
        return value(member)
                .filter(Integer.class::isInstance)
                .map(Integer.class::cast)
                .orElse(0);
    }

    /** Returns the text written for a member; empty if there is none. */
    String text(String member) {
        return value(member).map(Object::toString).orElse("");
    }

    /** Returns the name of the enum constant written for a member. */
    Optional<String> constant(String member) {
        return value(member)
                .filter(String[].class::isInstance)
                .map(descriptorAndName -> ((String[]) descriptorAndName)[1]);
    }
}
