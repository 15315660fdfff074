package dev.parley.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parley.sessions.chat.ChatSession;
import dev.parley.sessions.chat.Chats;
import dev.parley.sessions.conversation.Conversation;
import dev.parley.sessions.conversation.ConversationSpec;
import dev.parley.sessions.event.SessionEvent.Failed;
import dev.parley.sessions.model.SessionKind;
import dev.parley.sessions.store.MemoryStore;
import dev.parley.sessions.store.SessionStore;
import dev.parley.sessions.store.StaleClaimException;
import dev.parley.sessions.time.Time;
import dev.parley.sessions.time.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What is left of a session where something goes wrong half-way: no timer, no room taken, no handle. */
class MishapsTest {

    private final MemoryStore store = new MemoryStore();
    private final VirtualTime time = new VirtualTime(ManagerFixture.NOON);

    private ManagerFixture node(String name, SessionStore seen, Time clock, int most) {
        return new ManagerFixture(
                options -> options.store(seen).time(clock).node(name).maxSessions(most));
    }

    /** A time that may refuse to wait. */
    private record Refusing(Time time, AtomicBoolean refuses) implements Time {
        @Override
        public Instant instant() {
            return time.instant();
        }

        @Override
        public Timer after(Duration delay, Runnable action) {
            if (refuses.get()) {
                throw new RejectedExecutionException("There is no time.");
            }
            return time.after(delay, action);
        }

        @Override
        public void close() {
            time.close();
        }
    }

    @Test
    void whatCannotBeginIsNotCreated() {
        AtomicBoolean refuses = new AtomicBoolean();
        try (ManagerFixture node = node("here", store, new Refusing(time, refuses), 1)) {
            int timers = time.waiting();
            refuses.set(true);

            assertThatExceptionOfType(RejectedExecutionException.class)
                    .isThrownBy(() -> node.manager.create(
                            SessionKind.ACTIVE,
                            "work",
                            "ann",
                            shape -> shape.expiresAt(Optional.of(time.instant().plusSeconds(9)))));

            refuses.set(false);
            assertThat(node.manager.running()).isEmpty();
            assertThat(node.manager.all()).isEmpty();
            assertThat(time.waiting()).as("timers").isEqualTo(timers);
            node.started("work");
        }
    }

    @Test
    void whoClosesMeanwhileLeavesNothingBehind() {
        List<ManagerFixture> closed = new ArrayList<>();
        SessionStore slow =
                HookedStore.after(store, "create", () -> closed.get(0).close());
        ManagerFixture node = node("here", slow, time, 1);
        closed.add(node);

        assertThatIllegalStateException()
                .isThrownBy(() -> node.manager.create(
                        SessionKind.ACTIVE,
                        "work",
                        "ann",
                        shape -> shape.expiresAt(Optional.of(time.instant().plusSeconds(9)))))
                .withMessageContaining("is closed");

        assertThat(node.manager.running()).isEmpty();
        assertThat(node.manager.all()).isEmpty();
        assertThat(time.waiting()).as("timers").isZero();
    }

    @Test
    void whatIsOvertakenInTheMiddleOfAChangeIsGivenUp() {
        try (ManagerFixture node = node("here", store, time, 1)) {
            int timers = time.waiting();
            SessionHandle session = node.started("work");
            store.handOver(session.id(), "thief", session.live().claim());

            assertThatExceptionOfType(StaleClaimException.class).isThrownBy(() -> session.pause("late"));
            assertThat(session.isActive()).as("it has not happened").isTrue();
            time.advance(node.options.autosaveInterval());

            assertThat(node.manager.running()).isEmpty();
            assertThat(time.waiting()).as("timers").isEqualTo(timers);
            node.started("there is room for another");
        }
    }

    @Test
    void whatAnotherNodeHasDeletedIsGivenUp() {
        try (ManagerFixture node = node("here", store, time, 1)) {
            SessionHandle session = node.started("work");
            session.terminate("enough", Map.of());
            session.live().touch();
            store.delete(session.id(), session.live().claim());

            time.advance(node.options.cleanupInterval());

            assertThat(node.manager.running()).isEmpty();
        }
    }

    @Test
    void aNodeThatComesBackStopsWhatOthersHaveTakenOver() {
        AtomicBoolean cut = new AtomicBoolean();
        SessionStore far = HookedStore.before(store, "renew", () -> {
            if (cut.get()) {
                throw new IllegalStateException("There is no connection.");
            }
        });
        try (ManagerFixture here = node("here", far, time, 2);
                ManagerFixture there = node("there", store, time, 1)) {
            List<SessionHandle> sessions = List.of(here.started("a"), here.started("b"));
            List<Conversation<ChatSession>> chats = sessions.stream()
                    .map(each -> each.conversations().create(ConversationSpec.of("main", Chats.CHAT)))
                    .toList();
            cut.set(true);
            time.advance(here.options.lease().plusSeconds(1));
            SessionHandle taken = there.manager.recover().recovered().get(0);
            int lost = sessions.get(0).id().equals(taken.id()) ? 0 : 1;
            cut.set(false);

            time.advance(here.options.lease().dividedBy(3));

            assertThat(chats.get(lost).status().isEnd())
                    .as("nobody acts in it here any more")
                    .isTrue();
            assertThat(here.manager.running()).containsExactly(sessions.get(1 - lost));
            assertThat(here.events(Failed.class))
                    .extracting(event -> event.stamp().session())
                    .containsExactly(taken.id());
            assertThat(chats.get(1 - lost).status().isEnd()).isFalse();
            sessions.get(1 - lost).pause("it is still managed here");
            taken.pause("it is managed there");
        }
    }
}
