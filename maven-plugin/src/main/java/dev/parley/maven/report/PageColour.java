package dev.parley.maven.report;

import java.util.Locale;

/**
 * A colour of a drawing that is the page's to choose, in light and in dark. The drawing is made with a placeholder, which
 * then becomes the style sheet's variable of this name.
 */
enum PageColour {
    TEXT("#010203"),
    LINE("#010204"),
    LINE_FILL("#010205"),
    BOX("#010206");

    private final String placeholder;

    PageColour(String placeholder) {
        this.placeholder = placeholder;
    }

    String placeholder() {
        return placeholder;
    }

    /** Returns the text with every placeholder replaced. */
    static String replaceAll(String text) {
        String replaced = text;
        for (PageColour colour : values()) {
            String variable = colour.name().toLowerCase(Locale.ROOT).replace('_', '-');
            replaced = replaced.replace(colour.placeholder, "var(--drawing-" + variable + ")");
        }
        return replaced;
    }
}
