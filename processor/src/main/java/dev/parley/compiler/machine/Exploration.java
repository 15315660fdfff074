package dev.parley.compiler.machine;

import dev.parley.compiler.protocol.RoleName;
import java.util.List;

/** What an {@link Explorer} has found. */
public sealed interface Exploration {

    /** Returns how many configurations were seen. */
    int configurations();

    /**
     * All configurations were seen, and in each of them all is well.
     *
     * @param configurations how many there are
     */
    record Clean(int configurations) implements Exploration {}

    /**
     * Something goes wrong.
     *
     * @param configurations how many configurations were seen
     * @param fault what goes wrong
     * @param role the role it happens to; where it happens to several, the first of them by name
     * @param description what goes wrong, in words
     * @param trace a run that leads there, as short as any
     */
    record Faulty(int configurations, Fault fault, RoleName role, String description, List<Event> trace)
            implements Exploration {

        /** Copies the trace. */
        public Faulty {
            trace = List.copyOf(trace);
        }
    }

    /**
     * There are more configurations than was allowed. Nothing is wrong with those that were seen as far as can be told
     * from them; of the rest nothing is known.
     *
     * @param configurations how many were seen
     */
    record Unfinished(int configurations) implements Exploration {}

    /** The ways in which machines can fail one another. */
    enum Fault {
        /** Nothing can move any more, though a role is not done. */
        DEADLOCK,
        /** A message that nobody will ever take is before a role that waits for another message from its sender. */
        UNEXPECTED_MESSAGE,
        /** A message was sent that nobody will ever take. */
        ORPHAN_MESSAGE,
        /** The others go on, and whatever they do, a role that waits will wait for ever. */
        LEFT_WAITING
    }
}
