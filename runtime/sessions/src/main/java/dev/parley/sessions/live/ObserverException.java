package dev.parley.sessions.live;

import java.io.Serial;

/** A session that only observes was to act. */
public final class ObserverException extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1;

    ObserverException(String session) {
        super("The session " + session + " is an observer: it hears of everything and never sends."
                + " Act in a session of another kind.");
    }
}
