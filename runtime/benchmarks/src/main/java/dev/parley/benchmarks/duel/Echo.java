package dev.parley.benchmarks.duel;

import dev.parley.annotation.Choice;
import dev.parley.annotation.End;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

/** Numbers that come back. */
@Protocol
public interface Echo {

    /** Calls. */
    @Role
    interface Caller {}

    /** Answers. */
    @Role
    interface Wall {}

    /** The calls. */
    Calling start();

    /** One call more, or none. */
    @Choice(at = Caller.class)
    interface Calling {

        /** One call. */
        @Message(from = Caller.class, to = Wall.class)
        Answering call(int value);

        /** No more. */
        @Message(from = Caller.class, to = Wall.class)
        End leave();
    }

    /** The answer. */
    interface Answering {

        /** What was called. */
        @Message(from = Wall.class, to = Caller.class)
        Calling answer(int value);
    }
}
