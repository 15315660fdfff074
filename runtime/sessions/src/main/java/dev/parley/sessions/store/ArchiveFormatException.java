package dev.parley.sessions.store;

import com.fasterxml.jackson.core.JsonLocation;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A text is no archive of a session that can be read. */
public final class ArchiveFormatException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    ArchiveFormatException(String problem, JsonLocation at, @Nullable Throwable cause) {
        this(problem, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()), cause);
    }

    private ArchiveFormatException(String problem, int line, int column, @Nullable Throwable cause) {
        super("Line " + line + ", column " + column + " of the archive: " + problem + ".", cause);
        this.line = line;
        this.column = column;
    }

    /** Returns the line of the text that is wrong, from 1. */
    public int line() {
        return line;
    }

    /** Returns where in the line it is wrong, from 1. */
    public int column() {
        return column;
    }
}
