package dev.parley.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.runtime.SessionStatus;
import dev.parley.sessions.chat.ChatSession;
import dev.parley.sessions.chat.Chats;
import dev.parley.sessions.conversation.Conversation;
import dev.parley.sessions.conversation.ConversationSpec;
import dev.parley.sessions.event.SessionEvent.Failed;
import dev.parley.sessions.event.SessionEvent.Migrated;
import dev.parley.sessions.event.SessionEvent.Recovered;
import dev.parley.sessions.model.LimitReachedException;
import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.ManagedStatus;
import dev.parley.sessions.model.NameInUseException;
import dev.parley.sessions.model.Participant;
import dev.parley.sessions.model.Resources;
import dev.parley.sessions.model.SessionKind;
import dev.parley.sessions.model.SharedContext;
import dev.parley.sessions.model.StepState;
import dev.parley.sessions.model.Task;
import dev.parley.sessions.model.TaskSpec;
import dev.parley.sessions.model.UnknownNameException;
import dev.parley.sessions.model.Workflow;
import dev.parley.sessions.model.WorkflowStep;
import dev.parley.sessions.store.NameTakenException;
import dev.parley.sessions.store.StaleClaimException;
import dev.parley.sessions.store.StoreException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Shutting down, migrating, copying, and making by example. */
class LeavingTest {

    private final ManagerFixture fixture = new ManagerFixture();
    private final SessionManager manager = fixture.manager;
    private final SessionHandle session = fixture.started("work");

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aGracefulShutdownSaysWhatWasLeft() throws Exception {
        session.participants().add(Participant.of("human://bob"));
        Task task = session.tasks().delegate(TaskSpec.of("read", "human://bob"));
        Conversation<ChatSession> idle = session.conversations().create(Chats.chat("idle"));
        Conversation<ChatSession> unheard = session.conversations().create(ConversationSpec.of("unheard", Chats.CHAT));
        unheard.act(typed -> typed.user().hello("ann"));
        idle.send("hello");

        ShutdownReport left = session.shutdown(Duration.ofMillis(5));

        assertThat(left.conversations()).containsExactly("unheard");
        assertThat(left.tasks()).containsExactly(task.id());
        assertThat(left.isClean()).isFalse();
        assertThat(session.now().status()).isEqualTo(ManagedStatus.TERMINATED);
        assertThat(idle.status()).isEqualTo(SessionStatus.CLOSED);
        assertThat(unheard.status()).isEqualTo(SessionStatus.CANCELLED);
        assertThat(session.shutdown(Duration.ZERO).isClean())
                .as("there is nothing left to shut down")
                .isTrue();
    }

    @Test
    void whatIsCompletedStaysSo() throws Exception {
        session.complete("done", Map.of());

        assertThat(session.shutdown(Duration.ZERO).isClean()).isTrue();
        assertThat(session.forceShutdown("now").isClean()).isTrue();
        assertThat(session.now().status()).isEqualTo(ManagedStatus.COMPLETED);
    }

    @Test
    void aForcedShutdownWaitsForNothing() {
        Conversation<ChatSession> chat = session.conversations().create(Chats.chat("main"));

        ShutdownReport left = session.forceShutdown("now");

        assertThat(left.conversations()).containsExactly("main");
        assertThat(chat.status()).isEqualTo(SessionStatus.CANCELLED);
        assertThat(session.now().statusReason()).isEqualTo("now");
    }

    @Test
    void anEmergencyEndsEverythingEvenWhereTheStoreDoesNot() {
        SessionHandle stale = fixture.started("stale");
        Conversation<ChatSession> chat = stale.conversations().create(Chats.chat("main"));
        fixture.store.handOver(stale.id(), "thief", stale.live().claim());

        EmergencyReport report = manager.emergencyShutdown("fire");

        assertThat(report.terminated()).extracting(ShutdownReport::session).containsExactly(session.id());
        assertThat(report.failures()).containsOnlyKeys(stale.id());
        assertThat(report.failures().get(stale.id())).isInstanceOf(StaleClaimException.class);
        assertThat(chat.status()).isEqualTo(SessionStatus.CANCELLED);
        assertThat(session.now().statusReason()).isEqualTo("fire");
    }

    @Test
    void aCopyIsLikeTheOtherAndBeginsAnew() {
        session.update(shape ->
                shape.tags(Set.of("law")).metadata(Map.of("domain", "law")).resources(new Resources(1, 2, 3)));
        session.workflow().define(Workflow.of(WorkflowStep.of("read")));
        session.workflow().begin("read");
        session.context().put("key", "value", SharedContext.ABSENT);

        ManagedSession copy = manager.copy(session.id(), "again").now();

        assertThat(copy.status()).isEqualTo(ManagedStatus.INITIALIZING);
        assertThat(copy.tags()).containsExactly("law");
        assertThat(copy.metadata()).containsEntry("domain", "law");
        assertThat(copy.resources()).isEqualTo(new Resources(1, 2, 3));
        assertThat(copy.owner()).isEqualTo("ann");
        assertThat(copy.work().workflow().step("read").state()).isEqualTo(StepState.PENDING);
        assertThat(copy.work().context().entries()).isEmpty();
        assertThatExceptionOfType(NotRunHereException.class).isThrownBy(() -> manager.copy("none", "x"));
    }

    @Test
    void aTemplateHasGapsThatTheEnvironmentFills() {
        Templates templates = manager.templates();
        templates.create(
                "review",
                SessionKind.DEPARTMENT,
                shape -> shape.workspace("/projects/${CUSTOMER}")
                        .tags(Set.of("review", "${CUSTOMER}"))
                        .metadata(Map.of("domain", "${DOMAIN}")));

        ManagedSession made = templates
                .instantiate(
                        "review",
                        "review of ${CUSTOMER}",
                        "ann",
                        Map.of("CUSTOMER", "Acme $1", "DOMAIN", "law"),
                        shape -> shape.metadata(Map.of("domain", "${DOMAIN}", "urgent", "yes")))
                .now();

        assertThat(made.kind()).isEqualTo(SessionKind.DEPARTMENT);
        assertThat(made.name()).isEqualTo("review of Acme $1");
        assertThat(made.workspace()).isEqualTo("/projects/Acme $1");
        assertThat(made.tags()).containsExactlyInAnyOrder("review", "Acme $1");
        assertThat(made.metadata()).containsOnly(Map.entry("domain", "law"), Map.entry("urgent", "yes"));
        assertThatExceptionOfType(UnknownNameException.class)
                .isThrownBy(() -> templates.instantiate("review", "x", "ann", Map.of(), UnaryOperator.identity()))
                .withMessageContaining("${");
        assertThatExceptionOfType(UnknownNameException.class)
                .isThrownBy(() -> templates.instantiate("none", "x", "ann", Map.of(), UnaryOperator.identity()));
        assertThatExceptionOfType(NameInUseException.class)
                .isThrownBy(() -> templates.create("review", SessionKind.ACTIVE, UnaryOperator.identity()));
        templates.remove("review");
        assertThat(templates.names()).isEmpty();
    }

    private ManagerFixture node(String name, int most) {
        return new ManagerFixture(
                options -> options.store(fixture.store).node(name).maxSessions(most));
    }

    @Test
    void aSessionMovesToAnotherNodeWithAllThatItIs() {
        session.context().put("key", "value", SharedContext.ABSENT);
        try (ManagerFixture other = node("other", 10)) {
            SessionHandle moved = manager.migrate(session.id(), other.manager);

            assertThat(moved.context().get("key").orElseThrow().value()).isEqualTo("value");
            assertThat(moved.now()).isEqualTo(session.now());
            assertThat(other.events(Recovered.class)).hasSize(1);
            assertThat(fixture.events(Migrated.class)).hasSize(1);
            assertThatExceptionOfType(NotRunHereException.class).isThrownBy(() -> manager.session(session.id()));
            assertThatExceptionOfType(StaleClaimException.class).isThrownBy(() -> session.pause("late"));
            moved.pause("there");
            assertThat(manager.get(session.id()).orElseThrow().statusReason()).isEqualTo("there");
        }
    }

    @Test
    void aSessionThatIsNotTakenThereGoesOnHere() {
        session.context().put("key", "value", SharedContext.ABSENT);
        try (ManagerFixture full = node("full", 1)) {
            full.manager.create(SessionKind.ACTIVE, "other", "bob");

            assertThatExceptionOfType(LimitReachedException.class)
                    .isThrownBy(() -> manager.migrate(session.id(), full.manager));

            SessionHandle back = manager.session(session.id());
            assertThat(back.now()).isEqualTo(session.now());
            back.pause("here");
            assertThat(fixture.events(Migrated.class)).isEmpty();
        }
    }

    /** The store takes it from the other node only by then. */
    @Test
    void whatItDoesLastDoesNotKeepItFromMoving() {
        SessionHandle sender = fixture.started("sender");
        session.register(Set.of("order"), 0, letter -> "read");
        session.pause("full");
        CompletableFuture<Object> reply = manager.post()
                .send(sender, session.id(), "order", 0, "tea")
                .whenComplete((read, failure) -> session.live().touch());
        fixture.time.advance(Duration.ofSeconds(1));

        try (ManagerFixture other = node("other", 10)) {
            SessionHandle moved = manager.migrate(session.id(), other.manager);

            assertThat(reply).isCompletedExceptionally();
            assertThat(other.manager.running()).containsExactly(moved);
            assertThat(manager.running()).containsExactly(sender);
        }
    }

    @Test
    void whereTheStoreFailsNothingHasHappened() {
        try (ManagerFixture other = node("other", 10)) {
            fixture.store.handOver(session.id(), "thief", session.live().claim());

            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> manager.migrate(session.id(), other.manager));

            assertThat(manager.session(session.id())).isSameAs(session);
            assertThat(other.manager.running()).isEmpty();
        }
    }

    @Test
    void whatAnotherNodeHasTakenOverIsStoppedHere() {
        Conversation<ChatSession> chat = session.conversations().create(Chats.chat("main"));
        fixture.store.handOver(session.id(), "thief", session.live().claim());
        ManagedSession theirs = fixture.store.load(session.id()).orElseThrow();
        assertThatExceptionOfType(StaleClaimException.class).isThrownBy(() -> session.pause("late"));

        fixture.time.advance(fixture.options.autosaveInterval());

        assertThat(manager.running()).isEmpty();
        assertThat(chat.status().isEnd()).isTrue();
        assertThat(fixture.events(Failed.class))
                .extracting(Failed::problem)
                .containsExactly("another node has taken the session over");
        assertThat(fixture.store.load(session.id())).contains(theirs);
        fixture.time.advance(Duration.ofMinutes(10));
        assertThat(fixture.events(Failed.class)).hasSize(1);
    }

    @Test
    void aSessionMovesToAnotherWorkspace() {
        session.migrate("/elsewhere");

        assertThat(fixture.store.load(session.id()).orElseThrow().workspace()).isEqualTo("/elsewhere");
        assertThat(session.isActive()).isTrue();
    }

    @Test
    void whatWasCopiedNeedsItsOwnName() {
        assertThatExceptionOfType(NameTakenException.class).isThrownBy(() -> manager.copy(session.id(), "work"));
    }
}
