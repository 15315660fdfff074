package dev.parley.sessions.chat;

import dev.parley.runtime.SessionCancelledException;
import dev.parley.runtime.SessionClosedException;
import dev.parley.sessions.conversation.ConversationSpec;
import dev.parley.sessions.conversation.RunnableProtocol;
import dev.parley.sessions.conversation.Said;
import dev.parley.sessions.conversation.Voice;
import java.util.Locale;

/** Conversations with a bot that repeats what it was told, in capitals. */
public final class Chats {

    public static final RunnableProtocol<ChatSession> CHAT =
            new RunnableProtocol<>("Chat", ChatSession::open, ChatSession::reopen);

    private Chats() {}

    public static ConversationSpec<ChatSession> chat(String name) {
        return ConversationSpec.of(name, CHAT).voice(Chats::voice);
    }

    private static Voice voice(ChatSession session) {
        ChatBot.Start bot = session.bot();
        start(() -> bot(bot));
        ChatUser.Start user = session.user();
        return Voice.of(user.hello("ann"), (talk, text) -> {
            if (text.equals("bye")) {
                talk.bye();
                return Said.last("");
            }
            ChatUser.Answer answer = talk.ask(text).receive();
            return Said.of(answer.text(), answer);
        });
    }

    /** Plays the bot until the conversation is over. */
    public static void bot(ChatBot.Start start) {
        try {
            ChatBot.Talk talk = start.receive();
            while (talk.receive() instanceof ChatBot.Ask ask) {
                talk = ask.answer(ask.question().toUpperCase(Locale.ROOT));
            }
        } catch (SessionCancelledException | SessionClosedException over) {
            // Whoever has ended it knows why.
        }
    }

    private static void start(Runnable program) {
        Thread thread = new Thread(program, "bot");
        thread.setDaemon(true);
        thread.start();
    }
}
