package dev.parley.samples.managed.chats;

import dev.parley.runtime.Reactor;
import dev.parley.runtime.SessionOptions;
import dev.parley.sessions.SessionHandle;
import dev.parley.sessions.SessionManager;
import dev.parley.sessions.config.ManagerOptions;
import dev.parley.sessions.conversation.Conversation;
import dev.parley.sessions.conversation.ConversationSpec;
import dev.parley.sessions.conversation.RunnableProtocol;
import dev.parley.sessions.conversation.Said;
import dev.parley.sessions.conversation.Voice;
import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.ManagedStatus;
import dev.parley.sessions.model.SessionKind;
import dev.parley.sessions.query.Key;
import dev.parley.sessions.query.Query;
import dev.parley.sessions.store.MemoryStore;
import java.util.List;
import java.util.Map;

/**
 * Gives each user a session, and in it as many chats as they like. A chat that nobody writes in costs memory only: the scribes have no
 * threads of their own.
 */
public final class ChatRoom implements AutoCloseable {

    private static final RunnableProtocol<ChatSession> CHAT =
            new RunnableProtocol<>("Chat", ChatSession::open, ChatSession::reopen);

    private final SessionManager manager;

    /** Opens a room. */
    public ChatRoom(ManagerOptions options) {
        this.manager = SessionManager.open(options);
    }

    /** Lets a user in. */
    public SessionHandle enter(String user, String interest) {
        SessionHandle session = manager.create(
                SessionKind.ACTIVE, "chats of " + user, user, it -> it.metadata(Map.of("interest", interest)));
        session.start();
        return session;
    }

    /** Begins a chat. The user's first one is active until they switch. */
    public Conversation<ChatSession> begin(SessionHandle session, String subject) {
        return session.conversations()
                .create(ConversationSpec.of(subject, CHAT)
                        .options(SessionOptions::sameThread)
                        .voice(ChatRoom::voice));
    }

    /** What a user says goes through the protocol, and so does the answer; both roles are played by the thread that says it. */
    private static Voice voice(ChatSession chat) {
        Reactor scribes = new Reactor();
        chat.scribe(scribes, new Notes());
        return Voice.of(chat.user(), (turn, text) -> {
            if (text.equals("bye")) {
                turn.bye();
                scribes.drain();
                return Said.last("");
            }
            ChatUser.Answering waiting = turn.say(text);
            scribes.drain();
            ChatUser.Answer answer = waiting.receive();
            return Said.of(answer.text(), answer);
        });
    }

    /** Finds the sessions of users who are interested in something and have not gone. */
    public List<ManagedSession> interestedIn(String what) {
        return manager.find(
                Query.parse("status IN (?, ?) AND metadata->>'interest' = ? ORDER BY owner", "ACTIVE", "IDLE", what));
    }

    /** Finds the users whose sessions are paused. */
    public List<String> away() {
        return manager.find(Query.where(Key.STATUS.is(ManagedStatus.IDLE))).stream()
                .map(ManagedSession::owner)
                .toList();
    }

    @Override
    public void close() {
        manager.close();
    }

    public static void main(String[] args) throws Exception {
        try (ChatRoom room = new ChatRoom(ManagerOptions.defaults().store(new MemoryStore()))) {
            SessionHandle ann = room.enter("ann", "gardening");
            room.begin(ann, "garden");
            Conversation<ChatSession> cooking = room.begin(ann, "cooking");
            ann.conversations().send("the roses need water");
            ann.conversations().activate(cooking.id());
            ann.conversations().send("the soup needs salt");
            System.out.println("cooking: " + ann.conversations().send("what do you know?"));
            ann.conversations().remove(cooking.id());
            System.out.println("garden: " + ann.conversations().send("what do you know?"));
        }
    }
}
