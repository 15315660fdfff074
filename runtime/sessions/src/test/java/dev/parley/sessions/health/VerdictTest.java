package dev.parley.sessions.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sessions.figures.Count;
import dev.parley.sessions.model.HealthLevel;
import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.ManagedStatus;
import dev.parley.sessions.model.SessionKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

    private static final ManagedSession SESSION = ManagedSession.builder(
                    "s1", SessionKind.ACTIVE, "chat", "ann", Instant.parse("2026-01-01T12:00:00Z"))
            .status(ManagedStatus.ACTIVE, "")
            .build();

    private static Count failures(long errors, long number) {
        return new Count(number, errors, Duration.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"0, HEALTHY", "699, HEALTHY", "700, DEGRADED", "899, DEGRADED", "900, UNHEALTHY", "1000, UNHEALTHY"})
    void theFullestQueueDecides(long length, HealthLevel level) {
        List<Waiting> queues = List.of(
                Waiting.unbounded("tasks", 5_000),
                Waiting.bounded("letters", length, 1_000),
                Waiting.bounded("x", 6, 10));

        Verdict verdict = Verdict.of(SESSION, queues, Count.NONE);

        assertThat(verdict.level()).isEqualTo(level);
        assertThat(verdict.reason())
                .isEqualTo(level == HealthLevel.HEALTHY ? "" : "the queue letters holds " + length + " of 1000");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 100, HEALTHY",
        "69, 100, HEALTHY",
        "70, 100, DEGRADED",
        "89, 100, DEGRADED",
        "90, 100, UNHEALTHY",
        "5, 5, UNHEALTHY",
        "4, 5, DEGRADED",
        "4, 4, HEALTHY",
        "1, 1, HEALTHY"
    })
    void theErrorRateDecidesWhereThereIsEnoughToJudgeBy(long errors, long number, HealthLevel level) {
        Verdict verdict = Verdict.of(SESSION, List.of(Waiting.bounded("letters", 0, 10)), failures(errors, number));

        assertThat(verdict.level()).isEqualTo(level);
    }

    @Test
    void theWorstDecides() {
        Verdict verdict = Verdict.of(SESSION, List.of(Waiting.bounded("letters", 8, 10)), failures(95, 100));

        assertThat(verdict).isEqualTo(new Verdict(HealthLevel.UNHEALTHY, "95 % of what it did lately has failed"));
    }

    @Test
    void whatHasFailedIsUnhealthy() {
        ManagedSession failed =
                SESSION.toBuilder().status(ManagedStatus.ERROR, "out of paper").build();

        assertThat(Verdict.of(failed, List.of(), Count.NONE))
                .isEqualTo(new Verdict(HealthLevel.UNHEALTHY, "it has failed: out of paper"));
    }

    @Test
    void whatDoesNothingIsHealthy() {
        assertThat(Verdict.of(SESSION, List.of(), Count.NONE)).isEqualTo(Verdict.HEALTHY);
    }
}
