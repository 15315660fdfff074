package dev.parley.runtime;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The right to play a role of a session from some state on, good for one use: to be sent to somebody, or to sit down on. Users
 * meet it as {@link Seat} and {@link Seat.At}.
 *
 * <p>Safe for use by many threads: of several that use it one succeeds.
 */
public abstract sealed class Vacancy permits Seat, Seat.At {

    private final String name;
    private final AtomicReference<@Nullable Ticket> ticket;

    Vacancy(Ticket ticket) {
        this.name = ticket.describe();
        this.ticket = new AtomicReference<>(ticket);
    }

    /**
     * Sits down, for the generated class of the role: whoever calls this plays the role from now on.
     *
     * @param protocol what the role plays
     * @param role the role's number
     * @param state the number of the state it goes on in
     * @throws StateUsedException if the seat was used before
     * @throws SeatRefusedException if it came from another process, which refuses it or cannot be reached
     * @throws SessionClosedException if the session has ended
     * @throws SessionCancelledException if the session was cancelled or has failed
     */
    public final Place take(ProtocolSpec protocol, int role, int state) {
        Place place = spend().redeem(protocol, role, state);
        Guests.add(place.session(), place.session().cast().part(role, 0));
        return place;
    }

    /** Returns what this stands for, and leaves nothing behind. */
    final Ticket spend() {
        Ticket spent = ticket.getAndSet(null);
        if (spent == null) {
            throw new StateUsedException(
                    "Used again: " + name
                            + ". A seat is used once, be it sent to somebody or sat down on; whoever it was sent to has it now.");
        }
        return spent;
    }

    /** Returns which seat this is. */
    @Override
    public final String toString() {
        return name;
    }
}
