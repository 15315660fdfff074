package dev.parley.sessions.chat;

import dev.parley.annotation.Choice;
import dev.parley.annotation.End;
import dev.parley.annotation.Message;
import dev.parley.annotation.Phase;
import dev.parley.annotation.Protocol;
import dev.parley.annotation.Role;

/** A user asks until they have heard enough. */
@Protocol
public interface Chat {
    @Role
    interface User {}

    @Role
    interface Bot {}

    @Phase("greeting")
    @Message(from = User.class, to = Bot.class)
    void hello(String name);

    Talk talk();

    @Phase("talk")
    @Choice(at = User.class)
    interface Talk {
        @Message(from = User.class, to = Bot.class)
        Reply ask(String question);

        @Message(from = User.class, to = Bot.class)
        End bye();
    }

    interface Reply {
        @Message(from = Bot.class, to = User.class)
        Talk answer(String text);
    }
}
