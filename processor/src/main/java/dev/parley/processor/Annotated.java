package dev.parley.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * An annotation where it stands. Only values that are written there are seen: a default has no place to point at.
 *
 * @param element what it stands on
 * @param mirror the annotation
 */
record Annotated(Element element, AnnotationMirror mirror) {

    /** What compilers give as the value of a constant that does not exist, beside an error of their own. */
    private static final String ERRONEOUS = "<error>";

    /** Returns the annotation of the given qualified name on an element. */
    static Optional<Annotated> find(Element element, String annotationName) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> isNamed(mirror, annotationName))
                .findFirst()
                .map(mirror -> new Annotated(element, mirror));
    }

    /** Returns whether an element carries the annotation of the given qualified name. */
    static boolean isPresent(Element element, String annotationName) {
        return find(element, annotationName).isPresent();
    }

    private static boolean isNamed(AnnotationMirror mirror, String name) {
        return mirror.getAnnotationType().asElement() instanceof TypeElement type
                && type.getQualifiedName().contentEquals(name);
    }

    /** Returns what is written for a member. */
    Optional<AnnotationValue> value(String member) {
        return mirror.getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(member))
                .findFirst()
                .map(entry -> entry.getValue());
    }

    /** Returns the entries written for a member that is an array. */
    List<AnnotationValue> values(String member) {
        return value(member).map(Annotated::entries).orElse(List.of());
    }

    private static List<AnnotationValue> entries(AnnotationValue value) {
        return value.getValue() instanceof List<?> list
                ? list.stream().map(AnnotationValue.class::cast).toList()
                : List.of(value);
    }

    /** Returns the annotations written in a member, such as the entries of a container of repeated ones. */
    List<Annotated> nested(String member) {
        return values(member).stream()
                .filter(entry -> entry.getValue() instanceof AnnotationMirror)
                .map(entry -> new Annotated(element, (AnnotationMirror) entry.getValue()))
                .toList();
    }

    /** Returns the number written for a member; 0 if there is none. */
    int number(String member) {
        return value(member)
                .map(AnnotationValue::getValue)
                .filter(Integer.class::isInstance)
                .map(Integer.class::cast)
                .orElse(0);
    }

    /** Returns the text written for a member; empty if there is none, or a constant that does not exist. */
    String text(String member) {
        return value(member)
                .map(AnnotationValue::getValue)
                .map(Object::toString)
                .filter(text -> !text.equals(ERRONEOUS))
                .orElse("");
    }

    /** Returns the place of this annotation. */
    ElementOrigin origin() {
        return ElementOrigin.of(element, mirror);
    }

    /** Returns the place of one of its values. */
    ElementOrigin origin(AnnotationValue value) {
        return ElementOrigin.of(element, mirror, value);
    }

    /** Returns the place of the value written for a member, or of the annotation where none is. */
    ElementOrigin origin(String member) {
        return value(member).map(this::origin).orElseGet(this::origin);
    }
}
