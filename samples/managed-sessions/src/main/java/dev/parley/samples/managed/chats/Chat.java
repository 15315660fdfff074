package dev.parley.samples.managed.chats;

import dev.parley.annotation.Choice;
import dev.parley.annotation.End;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

/** A user says something, a scribe answers, as often as the user likes. */
@Protocol
public interface Chat {
    @Role
    interface User {}

    @Role
    interface Scribe {}

    Turn turn();

    @Choice(at = User.class)
    interface Turn {
        @Message(from = User.class, to = Scribe.class)
        Answering say(String text);

        @Message(from = User.class, to = Scribe.class)
        End bye();
    }

    interface Answering {
        @Message(from = Scribe.class, to = User.class)
        Turn answer(String text);
    }
}
