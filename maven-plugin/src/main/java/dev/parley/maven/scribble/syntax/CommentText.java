package dev.parley.maven.scribble.syntax;

import java.util.ArrayList;
import java.util.List;

/** Takes the words out of a comment. */
final class CommentText {

    private CommentText() {}

    /** Returns the lines of a comment without its signs, and without empty lines around it. */
    static List<String> lines(String comment) {
        List<String> lines = new ArrayList<>();
        for (String line : content(comment).split("\r\n|\r|\n", -1)) {
            String text = line.strip();
            lines.add(
                    text.startsWith("* ") || text.equals("*")
                            ? text.substring(1).strip()
                            : text);
        }
        while (!lines.isEmpty() && lines.get(0).isEmpty()) {
            lines.remove(0);
        }
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }

    private static String content(String comment) {
        if (comment.startsWith("//")) {
            return comment.substring(2);
        }
        if (comment.startsWith("(*)")) {
            return comment.substring(3);
        }
        if (comment.startsWith("(*#")) {
            return "pragma" + comment.substring(3, comment.length() - 3);
        }
        String inner = comment.substring(2, comment.length() - 2);
        return inner.startsWith("*") ? inner.substring(1) : inner;
    }
}
