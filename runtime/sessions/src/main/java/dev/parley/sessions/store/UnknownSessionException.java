package dev.parley.sessions.store;

import java.io.Serial;

/** There is no session of the id. */
public final class UnknownSessionException extends StoreException {

    @Serial
    private static final long serialVersionUID = 1;

    UnknownSessionException(String id) {
        super("There is no session " + id + ": it was never kept, or it was deleted.", null);
    }
}
