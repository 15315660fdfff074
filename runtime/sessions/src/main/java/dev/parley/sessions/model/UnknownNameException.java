package dev.parley.sessions.model;

import java.io.Serial;
import java.util.List;

/** A session has nothing of a kind that has the name or id it was asked for. */
public final class UnknownNameException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1;

    private final String what;
    private final String name;

    /**
     * Says what there is instead.
     *
     * @param what the kind of thing, such as {@code conversation}
     * @param name the name or id
     * @param known those that there are
     */
    public UnknownNameException(String what, String name, List<String> known) {
        super("There is no " + what + " " + name + ". "
                + (known.isEmpty() ? "There is none at all." : "There are " + String.join(", ", known) + "."));
        this.what = what;
        this.name = name;
    }

    /** Returns the kind of thing. */
    public String what() {
        return what;
    }

    /** Returns the name or id that is unknown. */
    public String name() {
        return name;
    }
}
