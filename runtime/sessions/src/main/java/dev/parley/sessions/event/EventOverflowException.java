package dev.parley.sessions.event;

import java.io.Serial;

/** A subscriber asked for events more slowly than they came, for so long that its buffer was full. It gets no more. */
public final class EventOverflowException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    EventOverflowException(int buffer) {
        super("The subscriber is " + buffer
                + " events behind, and all later ones would be lost to it, so its subscription ends here."
                + " Request more at a time, do less for each event, or raise eventBuffer.");
    }
}
