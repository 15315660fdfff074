package dev.parley.sessions;

import java.io.Serial;
import java.util.NoSuchElementException;

/** A session is not run by this manager. */
public final class NotRunHereException extends NoSuchElementException {

    @Serial
    private static final long serialVersionUID = 1;

    NotRunHereException(String id) {
        super("The session " + id
                + " is not run here: there is none, it has ended and was cleaned up, or another node manages it."
                + " What it is can be read, if it is kept in the store.");
    }
}
