package dev.parley.sessions.store;

import dev.parley.sessions.model.SessionKind;
import java.io.Serial;

/** Another live session of the same kind has the name. */
public final class NameTakenException extends StoreException {

    @Serial
    private static final long serialVersionUID = 1;

    /**
     * For stores to throw.
     *
     * @param kind of both sessions
     * @param name which the other has
     */
    public NameTakenException(SessionKind kind, String name) {
        super(
                "A live session of the kind " + kind + " has the name " + name
                        + " already. Choose another name, or end that session first.",
                null);
    }
}
