package dev.parley.sessions.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.sessions.event.SessionEvent.Recovered;
import dev.parley.sessions.event.SessionEvent.TaskDelegated;
import dev.parley.sessions.event.SessionEvent.TaskUpdated;
import dev.parley.sessions.event.Stamp;
import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.SessionKind;
import dev.parley.sessions.model.Task;
import dev.parley.sessions.model.TaskSpec;
import dev.parley.sessions.model.TaskStatus;
import dev.parley.sessions.model.Work;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MeterTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Task TASK = Task.first("t1", TaskSpec.of("sum up", "ann"), NOON);

    private final Meter meter = Meter.counting();

    private static Stamp at(int seconds) {
        return new Stamp("s1", 1, 1, NOON.plusSeconds(seconds));
    }

    @Test
    void nothingIsNoRate() {
        assertThat(meter.tally()).isEqualTo(Tally.NONE);
        assertThat(Tally.NONE.all().average()).isEmpty();
        assertThat(Tally.NONE.all().errorRate()).isEmpty();
    }

    @Test
    void messagesAndThoseThatFailAreCounted() {
        assertThat(meter.<String, RuntimeException>message(() -> "reply")).isEqualTo("reply");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> meter.message(() -> {
                    throw new IOException("lost");
                }));
        assertThatExceptionOfType(StackOverflowError.class)
                .isThrownBy(() -> meter.message(() -> {
                    throw new StackOverflowError();
                }));
        meter.message(() -> "reply");

        Count messages = meter.tally().messages();
        assertThat(messages.number()).isEqualTo(4);
        assertThat(messages.errorRate()).hasValue(0.5);
        assertThat(messages.took()).isPositive();
        assertThat(meter.tally().tasks()).isEqualTo(Count.NONE);
    }

    @Test
    void tasksAreCountedEachTimeThatTheyWereHandedOut() {
        meter.happened(new TaskDelegated(at(0), TASK));
        meter.happened(new TaskUpdated(at(4), TASK.again("tired", NOON)));
        meter.happened(new TaskDelegated(at(10), TASK));
        meter.happened(new TaskUpdated(at(12), TASK.answered("42")));

        assertThat(meter.tally().tasks()).isEqualTo(new Count(2, 1, Duration.ofSeconds(6)));
        assertThat(meter.tally().all().average()).contains(Duration.ofSeconds(3));
    }

    @Test
    void whatNobodyHadIsNotCounted() {
        meter.happened(new TaskUpdated(at(4), TASK.given(TaskStatus.FAILED, "ann has left")));

        assertThat(meter.tally()).isEqualTo(Tally.NONE);
    }

    @Test
    void tasksOfEarlierRunsAreTimedFromWhenTheyWereHandedOut() {
        ManagedSession session = ManagedSession.builder("s1", SessionKind.DIRECTOR, "plan", "ann", NOON)
                .build();
        meter.happened(new Recovered(at(60), session.with(Work.NONE.with(TASK))));
        meter.happened(new TaskUpdated(at(90), TASK.given(TaskStatus.TIMEOUT, "late")));

        assertThat(meter.tally().tasks()).isEqualTo(new Count(1, 1, Duration.ofSeconds(90)));
    }

    @Test
    void theWholeCountsAlongAndForgetsNothing() {
        Meter one = meter.part();
        Meter other = meter.part();
        one.message(() -> "");
        one.happened(new TaskDelegated(at(0), TASK));
        one.happened(new TaskUpdated(at(1), TASK.answered("")));
        other.message(() -> "");
        other.work(MeterTest::toil);

        assertThat(one.tally().messages().number()).isEqualTo(1);
        assertThat(meter.tally()).isEqualTo(one.tally().plus(other.tally()));
        assertThat(meter.tally().since(one.tally())).isEqualTo(other.tally());
    }

    @Test
    void theProcessorTimeOfWorkIsCounted() {
        meter.work(MeterTest::toil);

        assertThat(meter.tally().cpu()).isGreaterThanOrEqualTo(Duration.ofMillis(5));
    }

    /** Works until the processor has spent 5 ms on that. */
    private static void toil() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + Duration.ofMillis(5).toNanos();
        while (threads.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Test
    void threadsLoseNothing() {
        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(() -> {
                            for (int i = 0; i < 10_000; i++) {
                                meter.message(() -> "");
                            }
                        }))
                        .limit(4)
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(meter.tally().messages().number()).isEqualTo(40_000);
    }

    @Test
    void whatIsOffCountsNothing() {
        Meter off = Meter.OFF.part();
        off.message(() -> "");
        off.work(MeterTest::toil);
        off.happened(new TaskDelegated(at(0), TASK));
        off.happened(new TaskUpdated(at(1), TASK.answered("")));

        assertThat(off.tally()).isEqualTo(Tally.NONE);
    }
}
