package dev.parley.maven.scribble.java;

import java.util.ArrayList;
import java.util.List;

/** Writes text as Javadoc, whatever signs are in it. */
final class Javadoc {

    private Javadoc() {}

    /** Returns the lines of the comment; none if there is no text. */
    static List<String> lines(List<String> text) {
        if (text.isEmpty()) {
            return List.of();
        }
        if (text.size() == 1) {
            return List.of("/** " + escaped(text.get(0)) + " */");
        }
        List<String> lines = new ArrayList<>(List.of("/**"));
        boolean paragraph = false;
        for (String line : text) {
            if (line.isEmpty()) {
                lines.add(" *");
                paragraph = true;
            } else {
                lines.add(" * " + (paragraph ? "<p>" : "") + escaped(line));
                paragraph = false;
            }
        }
        lines.add(" */");
        return lines;
    }

    /** Returns the text such that neither Java nor Javadoc sees more than text in it. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(each -> {
            switch (each) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '@' -> escaped.append("&#64;");
                case '\\' -> escaped.append("&#92;");
                case '/' -> escaped.append(escaped.toString().endsWith("*") ? "&#47;" : "/");
                default -> {
                    if (each == '\t') {
                        escaped.append(' ');
                    } else if (!Character.isISOControl(each)) {
                        escaped.appendCodePoint(each);
                    }
                }
            }
        });
        return escaped.toString();
    }
}
