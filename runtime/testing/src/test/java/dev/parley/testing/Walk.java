package dev.parley.testing;

import dev.parley.annotation.Admits;
import dev.parley.annotation.Choice;
import dev.parley.annotation.End;
import dev.parley.annotation.Family;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

/** A guide walks with visitors, who may join on the way. */
@Protocol
public interface Walk {

    /** Leads. */
    @Role
    interface Guide {}

    /** Follow. */
    @Role
    @Family(min = 0)
    interface Visitor {}

    /** Begins. */
    Stop stop();

    /** Where others may join. */
    @Admits(Visitor.class)
    @Choice(at = Guide.class)
    interface Stop {

        /** To all. */
        @Message(from = Guide.class, to = Visitor.class)
        Counting count(int stop);

        /** It is over. */
        @Message(from = Guide.class, to = Visitor.class)
        End end();
    }

    /** All say that they are there. */
    interface Counting {

        /** From each. */
        @Message(from = Visitor.class, to = Guide.class)
        Stop here(int stop);
    }
}
