package dev.parley.sessions.store;

import java.io.Serial;

/** What is kept of a session cannot be read. Others can: a query that is to leave it out says that the id is another. */
public final class CorruptSessionException extends StoreException {

    @Serial
    private static final long serialVersionUID = 1;

    private final String id;
    private final String column;

    /**
     * For stores to throw.
     *
     * @param id the session's id
     * @param column what of it cannot be read
     * @param cause why
     */
    public CorruptSessionException(String id, String column, Throwable cause) {
        super(
                "What is kept of the session " + id + " cannot be read: its column " + column + " is damaged: "
                        + cause.getMessage() + ". Restore it from a backup, or delete it.",
                cause);
        this.id = id;
        this.column = column;
    }

    /** Returns the session's id. */
    public String id() {
        return id;
    }

    /** Returns which column of its row is damaged. */
    public String column() {
        return column;
    }
}
