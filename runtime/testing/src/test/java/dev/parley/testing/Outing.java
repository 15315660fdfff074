package dev.parley.testing;

import dev.parley.annotation.Choice;
import dev.parley.annotation.End;
import dev.parley.annotation.Family;
import dev.parley.annotation.ForEach;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

/** Guests accept or decline, each for itself. */
@Protocol
public interface Outing {

    /** Invites. */
    @Role
    interface Host {}

    /** Comes or does not. */
    @Role
    @Family(min = 0)
    interface Guest {}

    /** Come. */
    @Message(from = Host.class, to = Guest.class)
    void invite(String where);

    /** Each answers. */
    Reply reply();

    /** To those who come. */
    @Message(from = Host.class, to = Guest.class)
    void meetAt(String place);

    /** A guest's answer. */
    @ForEach(Guest.class)
    @Choice(at = Guest.class)
    interface Reply {

        /** It comes. */
        @Message(from = Guest.class, to = Host.class)
        void accept(int friends);

        /** It does not. */
        @Message(from = Guest.class, to = Host.class)
        End decline();
    }
}
