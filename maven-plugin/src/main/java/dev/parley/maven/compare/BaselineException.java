package dev.parley.maven.compare;

/** A baseline that cannot be read. */
public final class BaselineException extends Exception {

    private static final long serialVersionUID = 1;

    private final int line;

    BaselineException(int line, String reason) {
        super(reason);
        this.line = line;
    }

    /** Returns the number of the line that is wrong, counted from 1; 0 for an empty text. */
    public int line() {
        return line;
    }
}
