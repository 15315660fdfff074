package dev.parley.sessions.query;

import java.io.Serial;

/** A text is no query, or does not fit its values. */
public final class QueryException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1;

    private final int position;

    QueryException(String problem, String text, int position) {
        super(problem + "\n" + text.replaceAll("\\s", " ") + "\n" + " ".repeat(position) + "^");
        this.position = position;
    }

    /** Returns where in the text it goes wrong, counted in characters from 0. */
    public int position() {
        return position;
    }
}
