package dev.parley.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parley.sessions.event.SessionEvent.Cleaned;
import dev.parley.sessions.event.SessionEvent.Completed;
import dev.parley.sessions.event.SessionEvent.Created;
import dev.parley.sessions.event.SessionEvent.Deleted;
import dev.parley.sessions.event.SessionEvent.Expired;
import dev.parley.sessions.event.SessionEvent.Failed;
import dev.parley.sessions.event.SessionEvent.LimitReached;
import dev.parley.sessions.event.SessionEvent.StatusChanged;
import dev.parley.sessions.event.SessionEvent.Terminated;
import dev.parley.sessions.event.SessionEvent.Updated;
import dev.parley.sessions.model.Limit;
import dev.parley.sessions.model.LimitReachedException;
import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.ManagedStatus;
import dev.parley.sessions.model.Outcome;
import dev.parley.sessions.model.Resources;
import dev.parley.sessions.model.SessionKind;
import dev.parley.sessions.model.StatusTransitionException;
import dev.parley.sessions.query.Key;
import dev.parley.sessions.query.Query;
import dev.parley.sessions.store.NameTakenException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionManagerTest {

    private final ManagerFixture fixture =
            new ManagerFixture(options -> options.maxSessions(4).maxSessionsPerOwner(3));
    private final SessionManager manager = fixture.manager();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aSessionIsCreatedStartedPausedResumedAndCompleted() {
        SessionHandle session = manager.create(
                SessionKind.DIRECTOR,
                "plan",
                "ann",
                shape -> shape.tags(Set.of("law")).workspace("/work"));
        session.initialize(new Resources(10, 1, 20));
        session.start();
        session.pause("lunch");
        assertThat(session.now().statusReason()).isEqualTo("lunch");
        session.resume();
        session.complete("planned", Map.of("plan", "plan.md"));

        ManagedSession kept = fixture.store.load(session.id()).orElseThrow();
        assertThat(kept).isEqualTo(session.now());
        assertThat(kept.status()).isEqualTo(ManagedStatus.COMPLETED);
        assertThat(kept.resources()).isEqualTo(new Resources(10, 1, 20));
        assertThat(kept.workspace()).isEqualTo("/work");
        assertThat(kept.work().outcome()).contains(new Outcome("planned", Map.of("plan", "plan.md")));
        assertThat(fixture.events)
                .extracting(event -> (Class) event.getClass())
                .containsExactly(
                        Created.class,
                        Updated.class,
                        StatusChanged.class,
                        StatusChanged.class,
                        StatusChanged.class,
                        StatusChanged.class,
                        Completed.class);
        assertThat(fixture.events)
                .extracting(event -> event.stamp().number())
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(fixture.events(StatusChanged.class))
                .extracting(StatusChanged::to)
                .containsExactly(
                        ManagedStatus.ACTIVE, ManagedStatus.IDLE, ManagedStatus.ACTIVE, ManagedStatus.COMPLETED);
    }

    @Test
    void whatTheTableDoesNotHaveIsRefused() {
        SessionHandle session = manager.create(SessionKind.ACTIVE, "chat", "ann");

        assertThatExceptionOfType(StatusTransitionException.class).isThrownBy(() -> session.pause(""));
        assertThatExceptionOfType(StatusTransitionException.class).isThrownBy(session::resume);
        assertThatExceptionOfType(StatusTransitionException.class).isThrownBy(() -> session.complete("", Map.of()));
        session.start();
        assertThatExceptionOfType(StatusTransitionException.class).isThrownBy(session::start);
        assertThatExceptionOfType(StatusTransitionException.class).isThrownBy(() -> session.initialize(Resources.NONE));
        session.pause("");
        assertThatExceptionOfType(StatusTransitionException.class).isThrownBy(session::start);
        assertThat(fixture.events(StatusChanged.class)).hasSize(2);
    }

    @Test
    void whatIsBeingSetUpFailsBeforeItIsTerminated() {
        SessionHandle session = manager.create(SessionKind.ACTIVE, "chat", "ann");

        session.terminate("no longer needed", Map.of("by", "ann"));

        assertThat(fixture.events(StatusChanged.class))
                .extracting(StatusChanged::to)
                .containsExactly(ManagedStatus.ERROR, ManagedStatus.TERMINATED);
        assertThat(fixture.events(Terminated.class))
                .extracting(Terminated::outcome)
                .containsExactly(new Outcome("no longer needed", Map.of("by", "ann")));
        session.terminate("again", Map.of());
        assertThat(session.now().statusReason()).isEqualTo("no longer needed");
    }

    @Test
    void aFailedSessionCanOnlyBeTerminated() {
        SessionHandle session = fixture.started("chat");

        session.fail("out of paper");

        assertThat(fixture.events(Failed.class)).extracting(Failed::problem).containsExactly("out of paper");
        assertThatExceptionOfType(StatusTransitionException.class).isThrownBy(session::resume);
        session.terminate("given up", Map.of());
        assertThat(session.now().status()).isEqualTo(ManagedStatus.TERMINATED);
    }

    @Test
    void sessionsAreFoundByWhatTheyAre() {
        SessionHandle chat = fixture.started("chat");
        SessionHandle plan =
                manager.create(SessionKind.DIRECTOR, "plan", "bob", shape -> shape.metadata(Map.of("domain", "Law")));

        assertThat(manager.get(chat.id())).contains(chat.now());
        assertThat(manager.get("none")).isEmpty();
        assertThat(manager.all()).containsExactlyInAnyOrder(chat.now(), plan.now());
        assertThat(manager.byKind(SessionKind.DIRECTOR)).containsExactly(plan.now());
        assertThat(manager.byStatus(ManagedStatus.ACTIVE)).containsExactly(chat.now());
        assertThat(manager.byOwner("ann")).containsExactly(chat.now());
        assertThat(manager.search("law")).containsExactly(plan.now());
        assertThat(manager.find(Query.where(Key.metadata("domain").is("Law")))).containsExactly(plan.now());
        assertThat(manager.count(Query.all())).isEqualTo(2);
        assertThat(manager.session(chat.id())).isSameAs(chat);
        assertThatExceptionOfType(NotRunHereException.class)
                .isThrownBy(() -> manager.session("none"))
                .withMessageContaining("none");
    }

    @Test
    void anUpdateChangesWhatASessionIsAndNotHowFarItHasCome() {
        SessionHandle chat = fixture.started("chat");
        SessionHandle other = fixture.started("other");

        chat.update(shape -> shape.name("talk")
                .owner("eve")
                .status(ManagedStatus.COMPLETED, "")
                .tags(Set.of("new")));

        ManagedSession now = fixture.store.load(chat.id()).orElseThrow();
        assertThat(now.name()).isEqualTo("talk");
        assertThat(now.tags()).containsExactly("new");
        assertThat(now.owner()).isEqualTo("ann");
        assertThat(now.status()).isEqualTo(ManagedStatus.ACTIVE);
        assertThatExceptionOfType(NameTakenException.class).isThrownBy(() -> other.update(shape -> shape.name("talk")));
        assertThat(other.now().name()).as("nothing has changed").isEqualTo("other");
        assertThat(fixture.events(Updated.class)).hasSize(1);
    }

    @Test
    void thereMayOnlyBeSoManySessions() {
        for (String name : List.of("a", "b", "c")) {
            fixture.started(name);
        }
        assertThatExceptionOfType(LimitReachedException.class)
                .isThrownBy(() -> fixture.started("d"))
                .satisfies(refused -> assertThat(refused.limit()).isEqualTo(Limit.SESSIONS_PER_OWNER))
                .withMessageContaining("there may be 3 sessions of one owner");
        SessionHandle bobs = manager.create(SessionKind.ACTIVE, "d", "bob");
        assertThatExceptionOfType(LimitReachedException.class)
                .isThrownBy(() -> manager.create(SessionKind.ACTIVE, "e", "bob"))
                .satisfies(refused -> assertThat(refused.limit()).isEqualTo(Limit.SESSIONS));
        assertThatExceptionOfType(LimitReachedException.class).isThrownBy(() -> bobs.giveTo("ann"));
        assertThat(fixture.events(LimitReached.class)).hasSize(3);

        manager.running().get(0).terminate("", Map.of());
        assertThat(manager.create(SessionKind.ACTIVE, "e", "bob").now().status())
                .isEqualTo(ManagedStatus.INITIALIZING);
    }

    @Test
    void aNameThatIsTakenCostsNoRoom() {
        fixture.started("chat");
        for (int i = 0; i < 10; i++) {
            assertThatExceptionOfType(NameTakenException.class).isThrownBy(() -> fixture.started("chat"));
        }
        fixture.started("other");
    }

    @Test
    void aSessionIsGivenToAnotherOwner() {
        SessionHandle chat = fixture.started("chat");

        chat.giveTo("bob");

        assertThat(manager.byOwner("bob")).containsExactly(chat.now());
        assertThat(manager.byOwner("ann")).isEmpty();
    }

    @Test
    void whatDoesNothingBecomesIdle() {
        SessionHandle chat = fixture.started("chat");
        fixture.time.advance(Duration.ofMinutes(3));
        chat.live().touch();
        fixture.time.advance(Duration.ofMinutes(4));
        assertThat(chat.isActive()).isTrue();

        fixture.time.advance(Duration.ofMinutes(1));

        assertThat(chat.now().status()).isEqualTo(ManagedStatus.IDLE);
        assertThat(chat.now().statusReason()).isEqualTo("inactive for PT5M");
        chat.resume();
        fixture.time.advance(Duration.ofMinutes(5));
        assertThat(chat.now().status()).isEqualTo(ManagedStatus.IDLE);
    }

    @Test
    void itBecomesIdleExactlyThen() {
        SessionHandle chat = fixture.started("chat");
        fixture.time.advance(Duration.ofMillis(200));
        chat.live().touch();
        fixture.time.advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(chat.isActive()).isTrue();

        fixture.time.advance(Duration.ofMillis(1));

        assertThat(chat.isActive()).isFalse();
    }

    @Test
    void aSessionExpiresAtItsEnd() {
        SessionHandle chat = manager.create(
                SessionKind.ACTIVE,
                "chat",
                "ann",
                shape -> shape.expiresAt(Optional.of(ManagerFixture.NOON.plusSeconds(90))));
        chat.update(shape -> shape.expiresAt(Optional.of(ManagerFixture.NOON.plusSeconds(60))));

        fixture.time.advance(Duration.ofSeconds(59));
        assertThat(chat.now().isLive()).isTrue();
        fixture.time.advance(Duration.ofSeconds(1));

        assertThat(chat.now().status()).isEqualTo(ManagedStatus.TERMINATED);
        assertThat(chat.now().statusReason()).isEqualTo("expired");
        assertThat(fixture.events(Expired.class)).hasSize(1);
    }

    @Test
    void whatHasEndedIsCleanedUpAndStaysInTheStore() {
        SessionHandle chat = fixture.started("chat");
        assertThat(chat.cleanUp()).as("it has not ended").isFalse();
        chat.terminate("enough", Map.of());

        fixture.time.advance(fixture.options.cleanupInterval());

        assertThat(manager.running()).isEmpty();
        assertThat(fixture.events(Cleaned.class)).hasSize(1);
        assertThat(manager.get(chat.id())).contains(chat.now());
    }

    @Test
    void deletingLeavesNoTrace() {
        SessionHandle running = fixture.started("chat");
        SessionHandle ended = fixture.started("other");
        ended.complete("", Map.of());
        ended.cleanUp();

        assertThat(manager.delete(running.id())).isTrue();
        assertThat(manager.delete(ended.id())).isTrue();

        assertThat(manager.delete(running.id())).isFalse();
        assertThat(manager.all()).isEmpty();
        assertThat(manager.running()).isEmpty();
        assertThat(fixture.events(Deleted.class)).hasSize(1);
    }

    @Test
    void activityIsKeptFromTimeToTime() {
        SessionHandle chat = fixture.started("chat");
        fixture.time.advance(Duration.ofSeconds(7));
        chat.live().touch();
        assertThat(fixture.store.load(chat.id()).orElseThrow().lastActivity()).isEqualTo(ManagerFixture.NOON);

        fixture.time.advance(fixture.options.autosaveInterval());

        assertThat(fixture.store.load(chat.id()).orElseThrow().lastActivity())
                .isEqualTo(ManagerFixture.NOON.plusSeconds(7));
    }

    @Test
    void closingKeepsEverythingAndStopsAllTimers() {
        SessionHandle chat = fixture.started("chat");
        fixture.time.advance(Duration.ofSeconds(7));
        chat.live().touch();

        manager.close();

        assertThat(fixture.store.load(chat.id())).contains(chat.now());
        assertThat(chat.now().status()).isEqualTo(ManagedStatus.ACTIVE);
        assertThat(fixture.time.waiting()).isZero();
        assertThatIllegalStateException().isThrownBy(() -> fixture.started("late"));
        manager.close();
    }
}
