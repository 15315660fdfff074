package dev.parley.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.sessions.chat.ChatSession;
import dev.parley.sessions.chat.Chats;
import dev.parley.sessions.conversation.Conversation;
import dev.parley.sessions.conversation.ConversationSpec;
import dev.parley.sessions.event.Listening;
import dev.parley.sessions.model.LimitReachedException;
import dev.parley.sessions.model.ManagedStatus;
import dev.parley.sessions.store.HistoryEntry;
import dev.parley.sessions.store.SessionArchive;
import dev.parley.sessions.store.SessionExistsException;
import dev.parley.sessions.store.UnknownSessionException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArchivingTest {

    private static final ConversationSpec<ChatSession> SPEC =
            ConversationSpec.of("main", Chats.CHAT).durable();

    private final ManagerFixture fixture = new ManagerFixture();

    @Test
    void aSessionGoesOnElsewhereWithItsHistoryAndItsConversations() {
        Listening history = fixture.manager.keepHistory();
        SessionHandle session = fixture.started("chat");
        Conversation<ChatSession> chat = session.conversations().create(SPEC);
        chat.act(typed -> typed.user().hello("ann").ask("six?"));
        history.close();
        session.pause("to move");
        String json = fixture.manager.archive(session.id()).toJson();
        fixture.manager.close();

        try (ManagerFixture other = new ManagerFixture()) {
            SessionArchive archive = SessionArchive.parse(json);
            assertThat(archive.history().stream().map(HistoryEntry::event))
                    .anyMatch(event -> event.startsWith("{\"type\":\"Created\""))
                    .anyMatch(event -> event.startsWith("{\"type\":\"StatusChanged\""))
                    .anyMatch(event -> event.contains("\"type\":\"ConversationCreated\""))
                    .noneMatch(event -> event.contains("to move"));

            assertThat(other.manager.restore(archive).status()).isEqualTo(ManagedStatus.IDLE);

            SessionHandle moved = other.manager.session(session.id());
            moved.resume();
            Conversation<ChatSession> reopened = moved.conversations().reopen(chat.id(), SPEC);
            assertThat(reopened.<String, RuntimeException>act(
                            typed -> typed.localState("User").name()))
                    .isEqualTo("Reply");
            assertThatExceptionOfType(SessionExistsException.class).isThrownBy(() -> other.manager.restore(archive));
            assertThat(other.manager.archive(session.id()).history()).isEqualTo(archive.history());
        }
    }

    @Test
    void whatHasEndedIsKeptAndNotRun() {
        SessionHandle session = fixture.started("chat");
        session.terminate("enough", Map.of());
        SessionArchive archive = fixture.manager.archive(session.id());

        try (ManagerFixture other = new ManagerFixture()) {
            assertThat(other.manager.restore(archive)).isEqualTo(session.now());

            assertThat(other.manager.get(session.id())).contains(session.now());
            assertThat(other.manager.running()).isEmpty();
            assertThatExceptionOfType(UnknownSessionException.class).isThrownBy(() -> other.manager.archive("none"));
        }
    }

    /** Nor does it make room for one more. */
    @Test
    void whatIsRunHereIsNotRestored() {
        try (ManagerFixture small = new ManagerFixture(options -> options.maxSessions(1))) {
            SessionHandle session = small.started("chat");
            SessionArchive archive = small.manager.archive(session.id());

            assertThatExceptionOfType(SessionExistsException.class).isThrownBy(() -> small.manager.restore(archive));

            assertThat(small.manager.running()).containsExactly(session);
            assertThatExceptionOfType(LimitReachedException.class).isThrownBy(() -> small.started("another"));
        }
    }

    @Test
    void nothingIsLeftOfADeletedSession() {
        fixture.manager.keepHistory();
        SessionHandle session = fixture.started("chat");
        assertThat(fixture.store.history(session.id(), 0, 10)).isNotEmpty();

        fixture.manager.delete(session.id());

        assertThat(fixture.store.history(session.id(), 0, 10)).isEmpty();
    }
}
