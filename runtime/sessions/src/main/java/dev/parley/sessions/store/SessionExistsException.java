package dev.parley.sessions.store;

import java.io.Serial;

/** There is a session of the id already. */
public final class SessionExistsException extends StoreException {

    @Serial
    private static final long serialVersionUID = 1;

    /**
     * For stores to throw.
     *
     * @param id of both sessions
     */
    public SessionExistsException(String id) {
        super("There is a session " + id + " already; an id is never used twice.", null);
    }
}
