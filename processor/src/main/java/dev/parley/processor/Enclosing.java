package dev.parley.processor;

import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;

/** What stands around an element. */
final class Enclosing {

    private Enclosing() {}

    /** Returns the innermost element around a type or a part of one. */
    static Element of(Element part) {
        return Objects.requireNonNull(part.getEnclosingElement(), "only packages and modules stand alone");
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
