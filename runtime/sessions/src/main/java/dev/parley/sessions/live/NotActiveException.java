package dev.parley.sessions.live;

import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.ManagedStatus;
import java.io.Serial;

/** A session was to act that is not active: it has not started, is paused, or has ended. */
public final class NotActiveException extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1;

    private final ManagedStatus status;

    NotActiveException(ManagedSession session) {
        super("The session " + session.id() + " is " + session.status()
                + (session.statusReason().isEmpty() ? "" : " (" + session.statusReason() + ")")
                + ", and only what is ACTIVE can act. "
                + switch (session.status()) {
                    case INITIALIZING -> "Start it first.";
                    case IDLE -> "Resume it first.";
                    default -> "Use another session.";
                });
        this.status = session.status();
    }

    /** Returns the status that the session has. */
    public ManagedStatus status() {
        return status;
    }
}
