package dev.parley.sessions;

import dev.parley.sessions.chat.ChatBot;
import dev.parley.sessions.chat.ChatSession;
import dev.parley.sessions.chat.ChatUser;
import dev.parley.sessions.chat.Chats;
import dev.parley.sessions.config.ManagerOptions;
import dev.parley.sessions.conversation.Conversation;
import dev.parley.sessions.conversation.ConversationSpec;
import dev.parley.sessions.model.ConversationInfo;
import dev.parley.sessions.model.SessionKind;
import java.nio.file.Path;
import java.util.List;

/**
 * A process with a manager that goes on with the sessions in its store and their durable conversations, each in the typed state that it was in.
 * In each a user asks for one number after the other, and hears it. It ends when it is killed.
 */
final class ManagerProcess {

    static final int SESSIONS = 3;

    private static final ConversationSpec<ChatSession> SPEC =
            ConversationSpec.of("numbers", Chats.CHAT).durable();

    private ManagerProcess() {}

    public static void main(String[] arguments) {
        SessionManager manager = SessionManager.open(ManagerOptions.defaults()
                .databasePath(Path.of(arguments[0]))
                .node("n1")
                .logging(false));
        List<SessionHandle> recovered = manager.recover().recovered();
        for (SessionHandle session : recovered) {
            for (ConversationInfo info : session.now().work().conversations().all()) {
                talk(session.conversations().reopen(info.id(), SPEC));
            }
        }
        for (int i = recovered.size(); i < SESSIONS; i++) {
            SessionHandle session = manager.create(SessionKind.ACTIVE, "chat " + i, "ann");
            session.start();
            talk(session.conversations().create(SPEC));
        }
    }

    /** The roles wait for each other, so they do not act in turns but play by themselves. */
    private static void talk(Conversation<ChatSession> conversation) {
        ChatSession session = conversation.act(typed -> typed);
        new Thread(() -> bot(session.resumeBot())).start();
        new Thread(() -> user(conversation.id(), session.resumeUser())).start();
    }

    private static void bot(ChatBot.Resumed resumed) {
        ChatBot.Talk talk = resumed.match(
                ChatBot.Start::receive, hello -> hello, talking -> talking, ask -> ask.answer(ask.question()), bye -> {
                    throw new IllegalStateException("nobody says good-bye");
                });
        while (talk.receive() instanceof ChatBot.Ask ask) {
            talk = ask.answer(ask.question());
        }
    }

    private static void user(String id, ChatUser.Resumed resumed) {
        System.out.println("resumed " + id + " " + resumed.getClass().getSimpleName());
        ChatUser.Talk talk = resumed.match(
                start -> start.hello("ann"),
                talking -> talking,
                reply -> heard(id, reply.receive()),
                answer -> heard(id, answer),
                ended -> {
                    throw new IllegalStateException("nobody says good-bye");
                });
        int number = talk instanceof ChatUser.Answer answer ? Integer.parseInt(answer.text()) : 0;
        while (true) {
            number++;
            talk = heard(id, talk.ask(Integer.toString(number)).receive());
        }
    }

    private static ChatUser.Answer heard(String id, ChatUser.Answer answer) {
        System.out.println("heard " + id + " " + answer.text());
        return answer;
    }
}
