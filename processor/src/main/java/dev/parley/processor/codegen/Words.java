package dev.parley.processor.codegen;

import java.util.List;

/** Small pieces of text. */
final class Words {

    private Words() {}

    /** Returns the items as in {@code a, b and c}. */
    static String list(List<?> items) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                text.append(i == items.size() - 1 ? " and " : ", ");
            }
            text.append(items.get(i));
        }
        return text.toString();
    }

    /** Returns the name of a variable or method for a thing of the given type. */
    static String decapitalise(String type) {
        int first = type.codePointAt(0);
        return Character.toString(Character.toLowerCase(first)) + type.substring(Character.charCount(first));
    }
}
