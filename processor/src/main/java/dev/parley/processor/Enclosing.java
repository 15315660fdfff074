package dev.parley.processor;

import java.util.Objects;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** What stands around an element. */
final class Enclosing {

    private Enclosing() {}

    /** Returns the innermost element around a type or a part of one. */
    static Element of(Element part) {
        return Objects.requireNonNull(part.getEnclosingElement(), "only packages and modules stand alone");
    }

    /** Returns the types around an element, from the inside out; a type itself is the first of them. */
    static Stream<Element> typesAround(Element element) {
        return Stream.iterate(element, each -> !(each instanceof PackageElement), Enclosing::of)
                .filter(TypeElement.class::isInstance);
    }

    /** Returns the package of a type or of a part of one. */
    static PackageElement packageOf(Element part) {
        Element each = part;
        while (!(each instanceof PackageElement)) {
            each = of(each);
        }
        return (PackageElement) each;
    }
}
