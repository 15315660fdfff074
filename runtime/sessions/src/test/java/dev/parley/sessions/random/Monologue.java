package dev.parley.sessions.random;

import dev.parley.sessions.chat.ChatBot;
import dev.parley.sessions.chat.ChatSession;
import dev.parley.sessions.chat.ChatUser;
import dev.parley.sessions.conversation.Voice;
import java.util.Locale;

/** Both sides of a chat, one after the other in the thread that speaks: so nothing depends on which thread is faster. */
final class Monologue implements Voice {
    private ChatUser.Talk user;
    private ChatBot.Talk bot;

    /** Begins, or goes on where both stood: they stand at the talk whenever nobody speaks. */
    Monologue(ChatSession session) {
        if (session.localState("User").name().equals("Start")) {
            ChatBot.Start listens = session.bot();
            user = session.user().hello("ann");
            bot = listens.receive();
        } else {
            user = (ChatUser.Talk) session.resumeUser();
            bot = (ChatBot.Talk) session.resumeBot();
        }
    }

    @Override
    public String say(String text) {
        if (text.equals("fail")) {
            throw new IllegalArgumentException("It cannot be said.");
        } else if (text.equals("bye")) {
            user.bye();
            return bot.receive() instanceof ChatBot.Bye ? "" : "?";
        }
        ChatUser.Reply waits = user.ask(text);
        if (bot.receive() instanceof ChatBot.Ask ask) {
            bot = ask.answer(ask.question().toUpperCase(Locale.ROOT));
        }
        ChatUser.Answer answer = waits.receive();
        user = answer;
        return answer.text();
    }
}
