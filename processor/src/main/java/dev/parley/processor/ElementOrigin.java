package dev.parley.processor;

import dev.parley.compiler.diagnostic.Origin;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.QualifiedNameable;

/**
 * A place in source code that is being compiled. The compiler's messager can point at it.
 *
 * <p>It is good for the round of annotation processing in which it was made: compilers may replace elements from one
 * round to the next.
 */
final class ElementOrigin extends Origin {

    private final Element element;
    private final Optional<AnnotationMirror> annotation;
    private final Optional<AnnotationValue> value;

    private ElementOrigin(Element element, Optional<AnnotationMirror> annotation, Optional<AnnotationValue> value) {
        this.element = element;
        this.annotation = annotation;
        this.value = value;
    }

    /** Returns the place of an element. */
    static ElementOrigin of(Element element) {
        return new ElementOrigin(element, Optional.empty(), Optional.empty());
    }

    /** Returns the place of an annotation. */
    static ElementOrigin of(Element element, AnnotationMirror annotation) {
        return new ElementOrigin(element, Optional.of(annotation), Optional.empty());
    }

    /** Returns the place of one value of an annotation, or of one entry of such a value. */
    static ElementOrigin of(Element element, AnnotationMirror annotation, AnnotationValue value) {
        return new ElementOrigin(element, Optional.of(annotation), Optional.of(value));
    }

    Element element() {
        return element;
    }

    Optional<AnnotationMirror> annotation() {
        return annotation;
    }

    Optional<AnnotationValue> value() {
        return value;
    }

    /** Returns the element's name, preceded by those of the elements around it, and the annotation. */
    @Override
    public String description() {
        String on = annotation
                .map(mirror -> "@" + mirror.getAnnotationType().asElement().getSimpleName() + " on ")
                .orElse("");
        return on + name(element);
    }

    private static String name(Element element) {
        return element instanceof QualifiedNameable named
                ? named.getQualifiedName().toString()
                : name(Enclosing.of(element)) + "." + element.getSimpleName();
    }
}
