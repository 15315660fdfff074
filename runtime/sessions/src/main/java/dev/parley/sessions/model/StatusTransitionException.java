package dev.parley.sessions.model;

import java.io.Serial;
import java.util.Set;
import java.util.stream.Collectors;

/** A managed session was to go on to a status that may not follow the one it has. */
public final class StatusTransitionException extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1;

    private final ManagedStatus from;
    private final ManagedStatus to;

    StatusTransitionException(String session, ManagedStatus from, ManagedStatus to) {
        super("The session " + session + " is " + from + " and cannot become " + to + ": "
                + (from.isFinal()
                        ? "nothing follows that. Create another session."
                        : "only " + from.next().stream().map(Enum::name).collect(Collectors.joining(" or "))
                                + " may follow."));
        this.from = from;
        this.to = to;
    }

    /** Returns the status that the session has. */
    public ManagedStatus from() {
        return from;
    }

    /** Returns the status that it was to have. */
    public ManagedStatus to() {
        return to;
    }

    /** Returns what it may become instead. */
    public Set<ManagedStatus> allowed() {
        return from.next();
    }
}
