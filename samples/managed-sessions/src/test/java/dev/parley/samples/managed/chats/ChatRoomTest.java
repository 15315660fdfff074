package dev.parley.samples.managed.chats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.runtime.SessionStatus;
import dev.parley.sessions.SessionHandle;
import dev.parley.sessions.config.ManagerOptions;
import dev.parley.sessions.conversation.Conversation;
import dev.parley.sessions.live.NotActiveException;
import dev.parley.sessions.model.Limit;
import dev.parley.sessions.model.LimitReachedException;
import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.store.MemoryStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChatRoomTest {

    private final ChatRoom room = new ChatRoom(ManagerOptions.defaults()
            .store(new MemoryStore())
            .maxConversations(2)
            .maxSessionsPerOwner(1));
    private final SessionHandle ann = room.enter("ann", "gardening");

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void chatsOfAUserKnowNothingOfEachOther() throws Exception {
        room.begin(ann, "garden");
        Conversation<ChatSession> cooking = room.begin(ann, "cooking");

        assertThat(ann.conversations().send("the roses need water")).isEqualTo("Noted.");
        ann.conversations().activate(cooking.id());

        assertThat(ann.conversations().send("what do you know?")).isEqualTo("I know of nothing.");
    }

    @Test
    void removingTheActiveChatGoesBackToTheOther() throws Exception {
        Conversation<ChatSession> garden = room.begin(ann, "garden");
        room.begin(ann, "cooking");
        ann.conversations().send("the roses need water");
        ann.conversations().activate(ann.conversations().now().all().get(1).id());
        ann.conversations().remove(ann.conversations().active().orElseThrow().id());

        assertThat(ann.conversations().active()).contains(garden);
        assertThat(ann.conversations().send("what do you know?")).isEqualTo("the roses need water");
    }

    @Test
    void whoIsAwayHasAllChatsPaused() throws Exception {
        room.begin(ann, "garden");
        ann.pause("out for lunch");

        assertThat(room.away()).containsExactly("ann");
        assertThatExceptionOfType(NotActiveException.class)
                .isThrownBy(() -> ann.conversations().send("hello"))
                .withMessageContaining("out for lunch");
        ann.resume();
        assertThat(ann.conversations().send("hello")).isEqualTo("Noted.");
    }

    @Test
    void aUserHasAsManyChatsAndSessionsAsTheRoomAllows() {
        room.begin(ann, "garden");
        room.begin(ann, "cooking");

        assertThatExceptionOfType(LimitReachedException.class)
                .isThrownBy(() -> room.begin(ann, "travel"))
                .satisfies(refused -> assertThat(refused.limit()).isEqualTo(Limit.CONVERSATIONS));
        assertThatExceptionOfType(LimitReachedException.class).isThrownBy(() -> room.enter("ann", "music"));
    }

    @Test
    void usersAreFoundByTheirInterest() {
        room.enter("bob", "music");
        room.enter("cid", "gardening").pause("asleep");

        assertThat(room.interestedIn("gardening"))
                .extracting(ManagedSession::owner)
                .containsExactly("ann", "cid");
    }

    @Test
    void aChatEndsByItsProtocol() throws Exception {
        Conversation<ChatSession> garden = room.begin(ann, "garden");

        ann.conversations().send("bye");

        assertThat(garden.status()).isEqualTo(SessionStatus.CLOSED);
    }
}
