package dev.parley.samples.sessionpatterns.lifecycle;

import dev.parley.annotation.Choice;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

/**
 * The life of a session in which Author changes a text that Keeper keeps: opened, active, suspended now and then, closed. Whatever was done
 * before a suspension is still there after it, and both know at any time which of the states they are in.
 */
@Protocol
public interface Lifecycle {

    /** Changes the text. */
    @Role
    interface Author {}

    /** Keeps it. */
    @Role
    interface Keeper {}

    /** Author wants to work on a text. */
    @Message(from = Author.class, to = Keeper.class)
    void open(String name);

    /** Then the keeper decides. */
    Opening opening();

    /** Keeper lets one author in at a time. */
    @Choice(at = Keeper.class)
    interface Opening {

        /** Author gets the text as it is. */
        @Message(from = Keeper.class, to = Author.class)
        Active opened(String text);

        /** Somebody else works on it. */
        @Message(from = Keeper.class, to = Author.class)
        void locked();
    }

    /** The session is active. */
    @Choice(at = Author.class)
    interface Active {

        /** Author adds a line. */
        @Message(from = Author.class, to = Keeper.class)
        Active append(String line);

        /** Author takes the last line back. */
        @Message(from = Author.class, to = Keeper.class)
        Active undo();

        /** Author interrupts the work. */
        @Message(from = Author.class, to = Keeper.class)
        Suspended suspend();

        /** Author is done. */
        @Message(from = Author.class, to = Keeper.class)
        Closing close();
    }

    /** The session is suspended: others may work on the text. */
    interface Suspended {

        /** Keeper has let go of the text. */
        @Message(from = Keeper.class, to = Author.class)
        void suspended();

        /** Then the author comes back or does not. */
        Return comesBack();
    }

    /** Author comes back, or does not. */
    @Choice(at = Author.class)
    interface Return {

        /** Author wants to go on. */
        @Message(from = Author.class, to = Keeper.class)
        Opening resume();

        /** Author does not come back. */
        @Message(from = Author.class, to = Keeper.class)
        Closing close();
    }

    /** The session ends. */
    interface Closing {

        /** Keeper tells how many lines this session has added, less those taken back. */
        @Message(from = Keeper.class, to = Author.class)
        void closed(int lines);
    }
}
