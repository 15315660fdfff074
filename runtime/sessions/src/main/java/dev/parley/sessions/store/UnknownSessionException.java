package dev.parley.sessions.store;

import java.io.Serial;

/** There is no session of the id. */
public final class UnknownSessionException extends StoreException {

    @Serial
    private static final long serialVersionUID = 1;

    /**
     * For stores to throw.
     *
     * @param id of which there is no session
     */
    public UnknownSessionException(String id) {
        super("There is no session " + id + ": it was never kept, or it was deleted.", null);
    }
}
