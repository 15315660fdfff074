package dev.parley.maven.scribble.syntax;

import java.util.List;

/** A statement of a global protocol. */
public sealed interface Interaction {

    /** Returns where it stands. */
    Place place();

    /**
     * A message.
     *
     * @param place where it stands
     * @param message what is sent
     * @param from the sender
     * @param to the receivers
     */
    record Transfer(Place place, Message message, Name from, List<Name> to) implements Interaction {

        /** Copies the receivers. */
        public Transfer {
            to = List.copyOf(to);
        }
    }

    /**
     * A choice.
     *
     * @param place where it stands
     * @param at the role that chooses
     * @param alternatives what it chooses from
     */
    record Choice(Place place, Name at, List<Body> alternatives) implements Interaction {

        /** Copies the alternatives. */
        public Choice {
            alternatives = List.copyOf(alternatives);
        }
    }

    /**
     * Something that may be gone back to.
     *
     * @param place where it stands
     * @param variable what it is called
     * @param body what may be repeated
     */
    record Recursion(Place place, Name variable, Body body) implements Interaction {}

    /**
     * A jump back.
     *
     * @param place where it stands
     * @param variable the recursion that is gone back to
     */
    record Continue(Place place, Name variable) implements Interaction {}

    /**
     * Running another protocol, or the same again.
     *
     * @param place where it stands
     * @param protocol the protocol
     * @param arguments its messages and types
     * @param roles who plays its roles
     */
    record Do(Place place, Name protocol, List<Message> arguments, List<Name> roles) implements Interaction {

        /** Copies the lists. */
        public Do {
            arguments = List.copyOf(arguments);
            roles = List.copyOf(roles);
        }
    }

    /**
     * A statement that cannot be expressed.
     *
     * @param place where it stands
     * @param reason what is missing, and why
     */
    record Inexpressible(Place place, String reason) implements Interaction {}
}
