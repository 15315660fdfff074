package dev.parley.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parley.sessions.event.SessionEvent.ContextChanged;
import dev.parley.sessions.event.SessionEvent.LimitReached;
import dev.parley.sessions.event.SessionEvent.ParticipantAdded;
import dev.parley.sessions.event.SessionEvent.ParticipantChanged;
import dev.parley.sessions.event.SessionEvent.ParticipantRemoved;
import dev.parley.sessions.event.SessionEvent.TaskDelegated;
import dev.parley.sessions.event.SessionEvent.TaskUpdated;
import dev.parley.sessions.event.SessionEvent.WorkflowAdvanced;
import dev.parley.sessions.live.NotActiveException;
import dev.parley.sessions.model.ContextConflictException;
import dev.parley.sessions.model.Limit;
import dev.parley.sessions.model.LimitReachedException;
import dev.parley.sessions.model.NameInUseException;
import dev.parley.sessions.model.Participant;
import dev.parley.sessions.model.ParticipantState;
import dev.parley.sessions.model.Retry;
import dev.parley.sessions.model.SharedContext;
import dev.parley.sessions.model.StepState;
import dev.parley.sessions.model.Task;
import dev.parley.sessions.model.TaskSpec;
import dev.parley.sessions.model.TaskStatus;
import dev.parley.sessions.model.UnknownNameException;
import dev.parley.sessions.model.Workflow;
import dev.parley.sessions.model.WorkflowStep;
import dev.parley.sessions.workflow.StaleAnswerException;
import dev.parley.sessions.workflow.StepNotReadyException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Participants, what they share, steps and tasks. */
class WorkTest {

    private static final String QA = "claude-code://qa";
    private static final String BOB = "human://bob";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ManagerFixture fixture =
            new ManagerFixture(options -> options.maxParticipants(3).inactivityTimeout(Duration.ofDays(1)));
    private final SessionHandle session = fixture.started("work");

    @BeforeEach
    void addAgents() {
        session.participants().add(Participant.of(QA, "Tester"));
        session.participants().add(Participant.of(BOB));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void participantsComeAndGo() {
        session.participants().set(QA, ParticipantState.BUSY);
        session.participants().set(QA, ParticipantState.BUSY);
        session.participants().remove(BOB);

        assertThat(session.participants().present())
                .containsExactly(Participant.of(QA, "Tester").in(ParticipantState.BUSY));
        assertThat(fixture.events(ParticipantAdded.class)).hasSize(2);
        assertThat(fixture.events(ParticipantChanged.class)).as("told once").hasSize(1);
        assertThat(fixture.events(ParticipantRemoved.class)).hasSize(1);
        assertThat(fixture.store.load(session.id())).contains(session.now());
        session.participants().add(Participant.of(BOB));
        assertThat(session.participants().present()).hasSize(2);
        assertThat(session.now().work().participants().all()).hasSize(2);
    }

    @Test
    void participantsAreHeldApart() {
        assertThatExceptionOfType(NameInUseException.class)
                .isThrownBy(() -> session.participants().add(Participant.of(QA)));
        assertThatExceptionOfType(NameInUseException.class)
                .isThrownBy(() -> session.participants().add(Participant.of("human://eve", "Tester")));
        assertThatExceptionOfType(UnknownNameException.class)
                .isThrownBy(() -> session.participants().remove("human://eve"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.participants().set(QA, ParticipantState.LEFT));
        session.participants().add(Participant.of("human://eve"));
        assertThatExceptionOfType(LimitReachedException.class)
                .isThrownBy(() -> session.participants().add(Participant.of("human://max")))
                .satisfies(refused -> assertThat(refused.limit()).isEqualTo(Limit.PARTICIPANTS));
        assertThat(fixture.events(LimitReached.class)).hasSize(1);
        session.terminate("", Map.of());
        assertThatExceptionOfType(NotActiveException.class)
                .isThrownBy(() -> session.participants().remove(BOB));
    }

    @Test
    void theNextAgentIsAskedAtOnceWhereOneFailsWhileItIsAsked() {
        session.listen(event -> {
            if (event instanceof TaskDelegated asked && asked.task().agent().equals(QA)) {
                session.tasks().fail(asked.task().id(), asked.task().attempt(), "no hands");
            }
        });

        Task task = session.tasks()
                .delegate(TaskSpec.of("read", QA)
                        .within(MINUTE)
                        .retry(Retry.NEVER)
                        .orElse(BOB));
        fixture.time.advance(Duration.ZERO);

        assertThat(session.tasks().get(task.id()).agent()).isEqualTo(BOB);
        assertThat(session.tasks().get(task.id()).status()).isEqualTo(TaskStatus.IN_PROGRESS);
        fixture.time.advance(MINUTE);
        assertThat(session.tasks().get(task.id()).status()).isEqualTo(TaskStatus.TIMEOUT);
    }

    @Test
    void aFrameworkIsPartOfTheId() {
        assertThat(Participant.of(QA).framework()).contains("claude-code");
        assertThat(Participant.of("bob").framework()).isEmpty();
    }

    @Test
    void whoeverWritesSaysWhatTheyHaveSeen() {
        long first = session.context().put("plan", "a", SharedContext.ABSENT);
        long second = session.context().put("plan", "b", first);

        assertThatExceptionOfType(ContextConflictException.class)
                .isThrownBy(() -> session.context().put("plan", "c", first))
                .satisfies(conflict -> assertThat(conflict.actual()).isEqualTo(second));
        assertThat(session.context().get("plan")).contains(new SharedContext.Entry("b", second));
        session.context().remove("plan", second);
        assertThat(session.context().put("plan", "d", SharedContext.ABSENT))
                .as("no version is used twice")
                .isGreaterThan(second);
        assertThat(fixture.events(ContextChanged.class))
                .extracting(
                        event -> event.entry().map(SharedContext.Entry::value).orElse("-"))
                .containsExactly("a", "b", "-", "d");
        session.pause("");
        assertThatExceptionOfType(NotActiveException.class)
                .isThrownBy(() -> session.context().put("x", "y", SharedContext.ABSENT));
    }

    @Test
    void stepsBeginWhenTheirAgentsAreThereAndWhatComesBeforeIsDone() {
        session.workflow()
                .define(Workflow.of(
                        WorkflowStep.of("design").by(QA),
                        WorkflowStep.of("review").by("human://eve").after("design")));

        assertThatExceptionOfType(StepNotReadyException.class)
                .isThrownBy(() -> session.workflow().begin("review"))
                .satisfies(refused -> {
                    assertThat(refused.missingAgents()).containsExactly("human://eve");
                    assertThat(refused.uncompleted()).containsExactly("design");
                });
        assertThatIllegalStateException().isThrownBy(() -> session.workflow().complete("design"));
        session.workflow().begin("design");
        assertThat(session.workflow().now().current()).containsExactly("design");
        session.workflow().complete("design");
        session.participants().add(Participant.of("human://eve"));
        session.workflow().begin("review");

        assertThat(session.workflow().now().completed()).containsExactly("design");
        assertThat(session.workflow().now().current()).containsExactly("review");
        assertThat(fixture.events(WorkflowAdvanced.class))
                .extracting(WorkflowAdvanced::state)
                .containsExactly(StepState.CURRENT, StepState.COMPLETED, StepState.CURRENT);
        assertThatExceptionOfType(UnknownNameException.class)
                .isThrownBy(() -> session.workflow().begin("party"));
    }

    @Test
    void stepsDependOnWhatComesBeforeThem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Workflow.of(WorkflowStep.of("a").after("b"), WorkflowStep.of("b")))
                .withMessageContaining("depends on b, which does not come before it");
    }

    @Test
    void anAnswerBelongsToItsTaskAndStep() {
        session.workflow().define(Workflow.of(WorkflowStep.of("review")));
        Task task = session.tasks().delegate(TaskSpec.of("read", QA).in("review"));
        assertThat(task.status()).isEqualTo(TaskStatus.IN_PROGRESS);

        session.tasks().answer(task.id(), task.attempt(), "42");

        assertThat(session.tasks().of("review"))
                .extracting(each -> each.outcome().orElseThrow())
                .containsExactly("42");
        assertThat(session.tasks().get(task.id()).status()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(fixture.events(TaskDelegated.class)).hasSize(1);
        assertThat(fixture.events(TaskUpdated.class)).hasSize(1);
        assertThatExceptionOfType(StaleAnswerException.class)
                .isThrownBy(() -> session.tasks().answer(task.id(), 1, "43"));
        assertThatExceptionOfType(UnknownNameException.class)
                .isThrownBy(() -> session.tasks().delegate(TaskSpec.of("read", "human://eve")));
    }

    @Test
    void whoIsLateIsAskedAgainAndThenSomebodyElseIs() {
        Task task = session.tasks()
                .delegate(TaskSpec.of("read", QA)
                        .orElse(BOB)
                        .within(MINUTE)
                        .retry(Retry.exponential(2, Duration.ofSeconds(10))));

        fixture.time.advance(MINUTE);
        assertThat(status(task)).isEqualTo(TaskStatus.PENDING);
        fixture.time.advance(Duration.ofSeconds(9));
        assertThat(status(task)).isEqualTo(TaskStatus.PENDING);
        fixture.time.advance(Duration.ofSeconds(1));
        assertThat(status(task)).isEqualTo(TaskStatus.IN_PROGRESS);
        session.tasks().fail(task.id(), 2, "no paper");
        fixture.time.advance(Duration.ofSeconds(20));
        assertThat(session.tasks().get(task.id()).agent()).isEqualTo(QA);
        assertThatExceptionOfType(StaleAnswerException.class)
                .as("an answer to an earlier time comes too late")
                .isThrownBy(() -> session.tasks().answer(task.id(), 2, "late"));
        fixture.time.advance(MINUTE);

        assertThat(session.tasks().get(task.id()).agent()).isEqualTo(BOB);
        assertThat(status(task)).as("another agent is asked at once").isEqualTo(TaskStatus.IN_PROGRESS);
        session.tasks().answer(task.id(), 4, "done");
        assertThat(fixture.events(TaskDelegated.class))
                .extracting(event -> event.task().agent())
                .containsExactly(QA, QA, QA, BOB);
        assertThat(fixture.store
                        .load(session.id())
                        .orElseThrow()
                        .work()
                        .task(task.id())
                        .outcome())
                .contains("done");
    }

    @Test
    void whenAllHaveFailedTheTaskHas() {
        Task late =
                session.tasks().delegate(TaskSpec.of("read", QA).within(MINUTE).retry(Retry.NEVER));
        Task failed =
                session.tasks().delegate(TaskSpec.of("write", QA).orElse(BOB).retry(Retry.NEVER));
        session.participants().remove(BOB);

        fixture.time.advance(MINUTE);
        assertThat(status(late)).isEqualTo(TaskStatus.TIMEOUT);
        assertThat(session.tasks().get(late.id()).outcome()).contains(QA + " has not answered in time");
        fixture.time.advance(MINUTE);

        assertThat(status(failed)).isEqualTo(TaskStatus.FAILED);
        assertThat(session.tasks().get(failed.id()).outcome()).contains(BOB + " has left");
    }

    @Test
    void whereATaskDoesNotSayTheOptionsSayHowOftenItIsTriedAgain() {
        Task task = session.tasks().delegate(TaskSpec.of("read", QA));

        assertThat(task.spec().retry()).contains(fixture.options.retry());
    }

    @Test
    void nothingIsHandedOutWhileASessionIsPaused() {
        Task task = session.tasks()
                .delegate(TaskSpec.of("read", QA).within(MINUTE).retry(Retry.linear(1, Duration.ofSeconds(5))));
        session.pause("lunch");
        fixture.time.advance(Duration.ofMinutes(10));
        assertThat(status(task)).isEqualTo(TaskStatus.PENDING);

        session.resume();
        fixture.time.advance(Duration.ZERO);

        assertThat(status(task)).isEqualTo(TaskStatus.IN_PROGRESS);
    }

    @Test
    void delaysGrowAsTheyShould() {
        Retry linear = Retry.linear(5, Duration.ofSeconds(2));
        Retry exponential = Retry.exponential(9, Duration.ofSeconds(2)).atMost(Duration.ofSeconds(10));

        assertThat(linear.before(3, 0)).isEqualTo(Duration.ofSeconds(6));
        assertThat(exponential.before(1, 0)).isEqualTo(Duration.ofSeconds(2));
        assertThat(exponential.before(3, 0)).isEqualTo(Duration.ofSeconds(8));
        assertThat(exponential.before(4, 0)).isEqualTo(Duration.ofSeconds(10));
        assertThat(exponential.jitter(0.5).before(1, 0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(exponential.jitter(0.5).before(1, 1)).isEqualTo(Duration.ofSeconds(2));
        assertThatIllegalArgumentException().isThrownBy(() -> exponential.jitter(1.5));
    }

    private TaskStatus status(Task task) {
        return session.tasks().get(task.id()).status();
    }
}
