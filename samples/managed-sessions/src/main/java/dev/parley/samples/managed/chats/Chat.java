package dev.parley.samples.managed.chats;

import dev.parley.annotation.Choice;
import dev.parley.annotation.End;
import dev.parley.annotation.Message;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

/** A user says something, the assistant answers, as often as the user likes. */
@Protocol
public interface Chat {
    @Role
    interface User {}

    @Role
    interface Assistant {}

    Turn turn();

    @Choice(at = User.class)
    interface Turn {
        @Message(from = User.class, to = Assistant.class)
        Answering say(String text);

        @Message(from = User.class, to = Assistant.class)
        End bye();
    }

    interface Answering {
        @Message(from = Assistant.class, to = User.class)
        Turn answer(String text);
    }
}
