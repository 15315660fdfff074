package dev.parley.sessions.model;

import java.io.Serial;

/** A session has something of the name already. */
public final class NameInUseException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1;

    /**
     * Says what has the name.
     *
     * @param what the kind of thing, such as {@code participant}
     * @param name the name
     */
    public NameInUseException(String what, String name) {
        super("The session has a " + what + " " + name + " already. Choose another, or remove that one first.");
    }
}
