package dev.parley.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.sessions.chat.ChatSession;
import dev.parley.sessions.chat.Chats;
import dev.parley.sessions.conversation.Conversation;
import dev.parley.sessions.conversation.ConversationSpec;
import dev.parley.sessions.event.SessionEvent.HealthChanged;
import dev.parley.sessions.figures.Count;
import dev.parley.sessions.figures.Performance;
import dev.parley.sessions.figures.Tally;
import dev.parley.sessions.health.Report;
import dev.parley.sessions.health.SessionHealth;
import dev.parley.sessions.health.Waiting;
import dev.parley.sessions.message.Letter;
import dev.parley.sessions.model.HealthLevel;
import dev.parley.sessions.model.ManagedStatus;
import dev.parley.sessions.model.Participant;
import dev.parley.sessions.model.SessionKind;
import dev.parley.sessions.model.Task;
import dev.parley.sessions.model.TaskSpec;
import dev.parley.sessions.query.Query;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HealthTest {

    private static void process(SessionHandle session, int good, int bad) {
        for (int i = 0; i < good; i++) {
            session.live().meter().message(() -> "");
        }
        for (int i = 0; i < bad; i++) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> session.live().meter().message(() -> {
                        throw new IllegalStateException("bad");
                    }));
        }
    }

    @Test
    void changesOfHealthAreToldOnceWhenTheyAreSeen() {
        try (ManagerFixture fixture = new ManagerFixture()) {
            Duration interval = fixture.options.healthInterval();
            SessionHandle chat = fixture.started("chat");
            fixture.time.advance(interval);
            assertThat(fixture.events(HealthChanged.class)).isEmpty();

            process(chat, 1, 9);
            assertThat(chat.verdict().level()).isEqualTo(HealthLevel.UNHEALTHY);
            assertThat(fixture.events(HealthChanged.class))
                    .as("nobody has checked yet")
                    .isEmpty();
            fixture.time.advance(interval);
            assertThat(fixture.events(HealthChanged.class)).hasSize(1);
            fixture.time.advance(interval);
            assertThat(fixture.events(HealthChanged.class))
                    .as("it is as it was")
                    .hasSize(1);
            fixture.time.advance(interval);

            assertThat(fixture.events(HealthChanged.class))
                    .extracting(HealthChanged::from, HealthChanged::to, HealthChanged::reason)
                    .containsExactly(
                            tuple(HealthLevel.HEALTHY, HealthLevel.UNHEALTHY, "90 % of what it did lately has failed"),
                            tuple(HealthLevel.UNHEALTHY, HealthLevel.HEALTHY, ""));
        }
    }

    @Test
    void whatHasEndedIsNotChecked() {
        try (ManagerFixture fixture = new ManagerFixture()) {
            SessionHandle chat = fixture.started("chat");
            process(chat, 0, 10);
            chat.terminate("enough", Map.of());
            fixture.time.advance(fixture.options.healthInterval());

            assertThat(fixture.events(HealthChanged.class)).isEmpty();
        }
    }

    @Test
    void aSessionSaysHowItIsDoing() {
        try (ManagerFixture fixture = new ManagerFixture()) {
            SessionHandle chat = fixture.started("chat");
            fixture.time.advance(Duration.ofSeconds(40));
            process(chat, 2, 6);

            SessionHealth health = chat.health();

            assertThat(health.verdict().level()).isEqualTo(HealthLevel.DEGRADED);
            assertThat(health.errorRate()).hasValue(0.75);
            assertThat(health.uptime()).isEqualTo(Duration.ofSeconds(40));
            assertThat(health.lastActivity()).isEqualTo(ManagerFixture.NOON);
            assertThat(health.queueLength()).isZero();
            assertThat(health.memoryBytes()).isBetween(200L, 2_000L);
            chat.update(shape -> shape.workspace("x".repeat(5_000)));
            assertThat(chat.health().memoryBytes() - health.memoryBytes()).isBetween(5_000L, 5_100L);
        }
    }

    @Test
    void whatWaitsIsCounted() throws Exception {
        try (ManagerFixture fixture = new ManagerFixture(options -> options.inboxCapacity(10))) {
            SessionHandle sender = fixture.started("sender");
            SessionHandle reader = fixture.started("reader");
            reader.register(Set.of("order"), 0, Letter::payload);
            Conversation<ChatSession> chat = reader.conversations().create(ConversationSpec.of("main", Chats.CHAT));
            chat.act(typed -> typed.user().hello("ann")); // to a bot that nobody plays
            reader.pause("lunch");
            for (int i = 0; i < 7; i++) {
                assertThat(fixture.manager.post().send(sender, reader.id(), "order", 0, "tea"))
                        .isNotDone();
            }

            assertThat(reader.health().queues())
                    .contains(Waiting.bounded("inbox", 7, 10), Waiting.unbounded("conversations", 1));
            assertThat(reader.health().queueLength()).isEqualTo(8);
            fixture.time.advance(fixture.options.healthInterval());
            assertThat(fixture.events(HealthChanged.class))
                    .extracting(HealthChanged::to, HealthChanged::reason)
                    .containsExactly(tuple(HealthLevel.DEGRADED, "the queue inbox holds 7 of 10"));
            assertThat(fixture.manager.report().queueLength()).isEqualTo(8);

            reader.resume();
            assertThat(reader.health().queueLength()).isEqualTo(1);
            assertThat(reader.performance().messagesProcessed()).isEqualTo(8);
        }
    }

    @Test
    void tasksAreCountedByWhatBecomesOfThem() {
        try (ManagerFixture fixture = new ManagerFixture()) {
            SessionHandle session = fixture.started("plan");
            session.participants().add(Participant.of("human://bob"));
            Task answered = session.tasks().delegate(TaskSpec.of("sum up", "human://bob"));
            fixture.time.advance(Duration.ofSeconds(3));
            session.tasks().answer(answered.id(), answered.attempt(), "42");
            Task failed = session.tasks().delegate(TaskSpec.of("think", "human://bob"));
            fixture.time.advance(Duration.ofSeconds(1));
            session.tasks().fail(failed.id(), failed.attempt(), "tired");

            assertThat(session.performance().total().tasks()).isEqualTo(new Count(2, 1, Duration.ofSeconds(4)));
            assertThat(session.performance().averageResponseTime()).contains(Duration.ofSeconds(2));
            assertThat(session.health().queues())
                    .as("it is to be handed out again")
                    .contains(Waiting.unbounded("tasks", 1));
            assertThat(fixture.manager.statistics().tasksProcessed()).isEqualTo(1);
        }
    }

    @Test
    void lettersGoToWhatIsNotUnhealthyWhereThatIsPossible() {
        try (ManagerFixture fixture = new ManagerFixture()) {
            SessionHandle sender = fixture.started("sender");
            SessionHandle failing = fixture.started("failing");
            SessionHandle well = fixture.started("well");
            List.of(failing, well).forEach(each -> each.register(Set.of("order"), 0, letter -> each.id()));
            process(failing, 0, 10);

            for (int i = 0; i < 4; i++) {
                assertThat(fixture.manager
                                .post()
                                .route(sender, "order", Affinity.ROUND_ROBIN, "", "tea")
                                .join())
                        .isEqualTo(well.id());
            }
        }
    }

    @Test
    void healthIsOnlyCheckedIfThatIsSwitchedOn() {
        try (ManagerFixture fixture = new ManagerFixture(options -> options.healthChecks(false))) {
            SessionHandle chat = fixture.started("chat");
            process(chat, 0, 10);
            fixture.time.advance(fixture.options.healthInterval().multipliedBy(3));

            assertThat(fixture.events(HealthChanged.class)).isEmpty();
            assertThat(chat.verdict().level()).as("asked for").isEqualTo(HealthLevel.UNHEALTHY);
        }
    }

    @Test
    void switchedOffNothingIsCountedOrScheduled() {
        try (ManagerFixture on = new ManagerFixture();
                ManagerFixture off = new ManagerFixture(options -> options.metrics(false))) {
            SessionHandle chat = off.started("chat");
            process(chat, 1, 1);
            off.time.advance(Duration.ofMinutes(1));

            assertThat(chat.performance().total()).isEqualTo(Tally.NONE);
            assertThat(off.manager.performance().total()).isEqualTo(Tally.NONE);
            assertThat(off.manager.snapshot()).isEmpty();
            on.started("chat");
            assertThat(off.time.waiting()).isEqualTo(on.time.waiting() - 1);
        }
    }

    @Test
    void aSnapshotIsTakenFromTimeToTime() {
        try (ManagerFixture fixture = new ManagerFixture()) {
            assertThat(fixture.manager.snapshot().orElseThrow().statistics().total())
                    .isZero();
            fixture.started("chat");
            fixture.time.advance(fixture.options.metricsInterval().minusMillis(1));
            assertThat(fixture.manager.snapshot().orElseThrow().statistics().total())
                    .isZero();
            fixture.time.advance(Duration.ofMillis(1));

            assertThat(fixture.manager.snapshot()).contains(fixture.manager.report());
            assertThat(fixture.manager.snapshot().orElseThrow().statistics().total())
                    .isEqualTo(1);
        }
    }

    @Test
    void throughputIsThatOfTheLastSnapshots() {
        try (ManagerFixture fixture = new ManagerFixture()) {
            Duration interval = fixture.options.metricsInterval();
            SessionHandle chat = fixture.started("chat");
            process(chat, 1_000, 0);
            fixture.time.advance(interval.multipliedBy(2));
            process(chat, 50, 0);

            assertThat(chat.performance().throughput()).hasValue(50.0 / interval.toSeconds());
            assertThat(fixture.manager.performance().throughput()).hasValue(50.0 / interval.toSeconds());
            assertThat(chat.performance().messagesProcessed()).isEqualTo(1_050);
        }
    }

    @Test
    void reportsAreOfOneOwnerOrOfAll() {
        try (ManagerFixture fixture = new ManagerFixture()) {
            SessionHandle chat = fixture.started("chat");
            fixture.started("other").pause("lunch");
            SessionHandle bobs = fixture.manager.create(SessionKind.DIRECTOR, "plan", "bob");
            process(chat, 3, 1);
            process(bobs, 0, 6);
            fixture.time.advance(Duration.ofSeconds(5));

            Report anns = fixture.manager.report("ann");
            assertThat(anns.statistics().total()).isEqualTo(2);
            assertThat(anns.statistics().byKind()).isEqualTo(Map.of(SessionKind.ACTIVE, 2L));
            assertThat(anns.statistics().byStatus())
                    .isEqualTo(Map.of(ManagedStatus.ACTIVE, 1L, ManagedStatus.IDLE, 1L));
            assertThat(anns.statistics().averageUptime()).contains(Duration.ofSeconds(5));
            assertThat(anns.performance().messagesProcessed()).isEqualTo(4);
            assertThat(anns.performance().errorRate()).hasValue(0.25);
            assertThat(anns.health()).isEqualTo(Map.of(HealthLevel.HEALTHY, 2L));

            Report all = fixture.manager.report();
            assertThat(all.statistics().total()).isEqualTo(3);
            assertThat(all.statistics()).isEqualTo(fixture.manager.statistics());
            assertThat(all.statistics()).isEqualTo(fixture.manager.statistics(Query.all()));
            assertThat(all.performance().errorRate()).hasValue(0.7);
            assertThat(all.health()).isEqualTo(Map.of(HealthLevel.HEALTHY, 2L, HealthLevel.UNHEALTHY, 1L));
            assertThat(all.memoryBytes())
                    .isEqualTo(anns.memoryBytes() + bobs.health().memoryBytes());
            assertThat(fixture.manager.sessionReport(bobs.id())).isEqualTo(bobs.report());
        }
    }

    @Test
    void whatGoneSessionsDidIsStillCounted() {
        try (ManagerFixture fixture = new ManagerFixture()) {
            SessionHandle chat = fixture.started("chat");
            process(chat, 3, 1);
            chat.complete("", Map.of());
            chat.cleanUp();

            assertThat(fixture.manager.performance().messagesProcessed()).isEqualTo(4);
            assertThat(fixture.manager.report("ann").performance()).isEqualTo(Performance.NONE);
        }
    }

    @Test
    void reportsOfNobodyAreEmpty() {
        try (ManagerFixture fixture = new ManagerFixture()) {
            Report nobodys = fixture.manager.report("nobody");

            assertThat(nobodys.statistics().total()).isZero();
            assertThat(nobodys.statistics().byKind()).isEmpty();
            assertThat(nobodys.statistics().averageUptime()).isEmpty();
            assertThat(nobodys.performance()).isEqualTo(Performance.NONE);
            assertThat(nobodys.health()).isEmpty();
            assertThat(nobodys.memoryBytes()).isZero();
            assertThat(fixture.manager.performance().throughput()).isEmpty();
        }
    }
}
