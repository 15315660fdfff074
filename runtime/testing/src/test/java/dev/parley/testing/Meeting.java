package dev.parley.testing;

import dev.parley.annotation.Choice;
import dev.parley.annotation.End;
import dev.parley.annotation.Guard;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

/** Invitations that are paid for. */
@Protocol
public interface Meeting {

    /** Invites. */
    @Role
    interface Host {}

    /** Is invited. */
    @Role
    interface Guest {}

    /** The plan. */
    Planning plan();

    /** One more, or no more. */
    @Choice(at = Host.class)
    interface Planning {

        /** An invitation. */
        @Guard(capability = "session:create", flowCost = 10, journal = "invited")
        @Message(from = Host.class, to = Guest.class)
        Planning invite();

        /** No more. */
        @Message(from = Host.class, to = Guest.class)
        End close();
    }
}
