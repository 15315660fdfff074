package dev.parley.processor;

import java.util.Locale;
import javax.lang.model.element.TypeElement;

/** How messages speak of source code. */
final class Words {

    private Words() {}

    /** Returns what a type is, such as {@code a record}. */
    static String kind(TypeElement type) {
        return switch (type.getKind()) {
            case ANNOTATION_TYPE -> "an annotation type";
            case ENUM, INTERFACE -> "an " + type.getKind().name().toLowerCase(Locale.ROOT);
            default -> "a " + type.getKind().name().toLowerCase(Locale.ROOT);
        };
    }
}
