package dev.parley.testing;

import dev.parley.annotation.End;
import dev.parley.annotation.Family;
import dev.parley.annotation.Message;
import dev.parley.annotation.Parallel;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

/** A host has guests, and washes and dries with a friend at the same time. */
@Protocol
public interface Kitchen {

    /** Invites. */
    @Role
    interface Host {}

    /** Helps. */
    @Role
    interface Friend {}

    /** Come. */
    @Role
    @Family(min = 2)
    interface Guest {}

    /** To all. */
    @Message(from = Host.class, to = Guest.class)
    void invite(String to);

    /** From each. */
    @Message(from = Guest.class, to = Host.class)
    void come(int people);

    /** The chores. */
    Chores chores();

    /** Thanks. */
    @Message(from = Host.class, to = Guest.class)
    End thank();

    /** Two at the same time. */
    @Parallel
    interface Chores {

        /** One. */
        @Message(from = Host.class, to = Friend.class)
        Clean wash(int plates);

        /** The other. */
        @Message(from = Host.class, to = Friend.class)
        void dry(int glasses);
    }

    /** When it is washed. */
    interface Clean {

        /** It is clean. */
        @Message(from = Friend.class, to = Host.class)
        void clean();
    }
}
