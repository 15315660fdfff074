package dev.parley.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The roles of other sessions that the program of a role has sat down on. It is theirs to bring to an end: what the program leaves behind has
 * crashed with it. For the program's thread.
 */
final class Guests {

    private static final ThreadLocal<@Nullable Guests> HERE = new ThreadLocal<>();

    private final List<Guest> guests = new ArrayList<>();

    private record Guest(Session session, int part) {

        /** Returns whether nobody plays the role on. One that was handed on is somebody else's. */
        boolean isLeftBehind() {
            Endpoint player = session.endpoint(part);
            return !session.isFinished(part) && !session.isEnding() && (player == null || !player.isLeft());
        }

        void crash(Throwable cause) {
            if (session.conductor() == null) {
                session.crash(session.nameOf(part), cause);
            } else if (!Ghost.survives(session, part, cause)) { // in this thread, as it is conducted
                session.fault(cause);
            }
        }
    }

    /** Plays a program, and then crashes what it leaves behind. */
    static <X extends Exception> void attend(Performance<X> program) throws X {
        Guests here = new Guests();
        Guests around = HERE.get();
        HERE.set(here);
        try {
            program.run();
            here.leftBehind(guest -> guest.crash(new IllegalStateException("The program returned that played "
                    + guest.session().nameOf(guest.part()) + " in session "
                    + guest.session().id() + ", where the role "
                    + guest.session().standing(guest.part()).actions()
                    + ". Play the role to an end of the protocol, or hand it on.")));
        } catch (Throwable failure) {
            here.leftBehind(guest -> guest.crash(failure));
            throw failure;
        } finally {
            HERE.set(around);
        }
    }

    /** A program. */
    @FunctionalInterface
    interface Performance<X extends Exception> {
        void run() throws X;
    }

    /** The program whose thread this is, if it is one's, sits down on a role. */
    static void add(Session session, int part) {
        Guests here = HERE.get();
        if (here != null) {
            here.guests.add(new Guest(session, part));
        }
    }

    private void leftBehind(Consumer<Guest> action) {
        guests.stream().filter(Guest::isLeftBehind).forEach(action);
    }
}
