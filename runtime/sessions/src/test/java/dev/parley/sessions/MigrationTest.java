package dev.parley.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parley.sessions.chat.ChatSession;
import dev.parley.sessions.chat.Chats;
import dev.parley.sessions.conversation.Conversation;
import dev.parley.sessions.event.SessionEvent.LimitReached;
import dev.parley.sessions.event.SessionEvent.Recovered;
import dev.parley.sessions.model.LimitReachedException;
import dev.parley.sessions.model.SessionKind;
import dev.parley.sessions.store.MemoryStore;
import dev.parley.sessions.store.SessionStore;
import dev.parley.sessions.time.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Moving sessions between managers, and what may happen meanwhile. */
class MigrationTest {

    private final MemoryStore store = new MemoryStore();
    private final VirtualTime time = new VirtualTime(ManagerFixture.NOON);
    private final List<ManagerFixture> nodes = new ArrayList<>();

    private ManagerFixture node(String name, SessionStore seen, int most) {
        ManagerFixture node = new ManagerFixture(
                options -> options.store(seen).time(time).node(name).maxSessions(most));
        nodes.add(node);
        return node;
    }

    @AfterEach
    void close() {
        nodes.forEach(ManagerFixture::close);
    }

    @Test
    void aNodeThatRecoversJustThenDoesNotRunTheSessionTwice() {
        ManagerFixture there = node("there", store, 10);
        List<RecoveryReport> reports = new ArrayList<>();
        ManagerFixture here =
                node("here", HookedStore.after(store, "handOver", () -> reports.add(there.manager.recover())), 10);
        SessionHandle session = here.started("work");

        SessionHandle moved = here.manager.migrate(session.id(), there.manager);

        assertThat(reports)
                .hasSize(1)
                .allSatisfy(report -> assertThat(report.recovered()).isEmpty());
        assertThat(there.manager.running()).containsExactly(moved);
        assertThat(there.events(Recovered.class)).hasSize(1);
        moved.pause("it is managed by whoever has it");
    }

    @Test
    void aNodeThatRecoversWhenASessionComesBackDoesNotRunItTwice() {
        List<RecoveryReport> reports = new ArrayList<>();
        List<ManagerFixture> source = new ArrayList<>();
        ManagerFixture here = node(
                "here",
                HookedStore.after(
                        store,
                        "handOver",
                        () -> reports.add(source.get(0).manager.recover())),
                10);
        source.add(here);
        ManagerFixture there = node("there", unreadable(), 10);
        SessionHandle session = here.started("work");

        assertThatIllegalStateException().isThrownBy(() -> here.manager.migrate(session.id(), there.manager));

        assertThat(reports)
                .hasSize(2)
                .allSatisfy(report -> assertThat(report.recovered()).isEmpty());
        assertThat(here.manager.running()).hasSize(1);
        assertThat(there.manager.running()).isEmpty();
        here.manager.session(session.id()).pause("it is here again");
        there.started("there is room for another");
    }

    private SessionStore unreadable() {
        return HookedStore.after(store, "load", () -> {
            throw new IllegalStateException("It cannot be read.");
        });
    }

    @Test
    void whereThereIsNoRoomNothingHasHappened() throws Exception {
        ManagerFixture here = node("here", store, 10);
        ManagerFixture full = node("full", store, 1);
        full.manager.create(SessionKind.ACTIVE, "other", "bob");
        SessionHandle session = here.started("work");
        Conversation<ChatSession> chat = session.conversations().create(Chats.chat("main"));

        assertThatExceptionOfType(LimitReachedException.class)
                .isThrownBy(() -> here.manager.migrate(session.id(), full.manager));

        assertThat(here.manager.session(session.id())).isSameAs(session);
        assertThat(chat.send("hello")).as("its conversations go on").isEqualTo("HELLO");
        assertThat(here.events(Recovered.class)).isEmpty();
        assertThat(full.events(LimitReached.class)).hasSize(1);
    }

    @Test
    void whatHasEndedNeedsNoRoomAndNoTime() {
        ManagerFixture here = node("here", store, 10);
        ManagerFixture there = node("there", store, 1);
        SessionHandle session = here.started("work");
        session.update(shape -> shape.expiresAt(Optional.of(time.instant().plus(Duration.ofDays(1)))));
        session.terminate("enough", Map.of());
        int timers = time.waiting();

        here.manager.migrate(session.id(), there.manager);

        assertThat(time.waiting()).as("timers").isEqualTo(timers);
        there.manager.create(SessionKind.ACTIVE, "there is room", "bob");
    }

    @Test
    void whatIsThereAlreadyStays() {
        ManagerFixture here = node("here", store, 1);
        SessionHandle session = here.started("work");

        assertThat(here.manager.migrate(session.id(), here.manager)).isSameAs(session);

        assertThatExceptionOfType(LimitReachedException.class).isThrownBy(() -> here.started("another"));
    }

    @Test
    void aNodeThatWasSlowDoesNotTakeItsOwnSessionsOver() {
        ManagerFixture here = node("here", store, 10);
        SessionHandle session = here.started("work");
        store.renew("here", time.instant().minusSeconds(1));

        assertThat(here.manager.recover().recovered()).isEmpty();

        assertThat(here.manager.running()).containsExactly(session);
        session.pause("it is still managed by its handle");
    }
}
