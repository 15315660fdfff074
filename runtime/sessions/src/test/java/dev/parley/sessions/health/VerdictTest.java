package dev.parley.sessions.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sessions.model.HealthLevel;
import dev.parley.sessions.model.ManagedSession;
import dev.parley.sessions.model.ManagedStatus;
import dev.parley.sessions.model.SessionKind;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

    private static final ManagedSession SESSION = ManagedSession.builder(
                    "s1", SessionKind.ACTIVE, "chat", "ann", Instant.parse("2026-01-01T12:00:00Z"))
            .status(ManagedStatus.ACTIVE, "")
            .build();

    @ParameterizedTest
    @CsvSource({"0, HEALTHY", "699, HEALTHY", "700, DEGRADED", "899, DEGRADED", "900, UNHEALTHY", "1000, UNHEALTHY"})
    void theFullestQueueDecides(long length, HealthLevel level) {
        List<Waiting> queues = List.of(
                Waiting.unbounded("tasks", 5_000),
                Waiting.bounded("letters", length, 1_000),
                Waiting.bounded("x", 6, 10));

        Verdict verdict = Verdict.of(SESSION, queues, OptionalDouble.empty());

        assertThat(verdict.level()).isEqualTo(level);
        assertThat(verdict.reason())
                .isEqualTo(level == HealthLevel.HEALTHY ? "" : "the queue letters holds " + length + " of 1000");
    }

    @ParameterizedTest
    @CsvSource({"0, HEALTHY", "0.69, HEALTHY", "0.7, DEGRADED", "0.89, DEGRADED", "0.9, UNHEALTHY", "1, UNHEALTHY"})
    void theErrorRateDecides(double rate, HealthLevel level) {
        Verdict verdict = Verdict.of(SESSION, List.of(Waiting.bounded("letters", 0, 10)), OptionalDouble.of(rate));

        assertThat(verdict.level()).isEqualTo(level);
    }

    @Test
    void theWorstDecides() {
        Verdict verdict = Verdict.of(SESSION, List.of(Waiting.bounded("letters", 8, 10)), OptionalDouble.of(0.95));

        assertThat(verdict).isEqualTo(new Verdict(HealthLevel.UNHEALTHY, "95 % of what it did lately has failed"));
    }

    @Test
    void whatHasFailedIsUnhealthy() {
        ManagedSession failed =
                SESSION.toBuilder().status(ManagedStatus.ERROR, "out of paper").build();

        assertThat(Verdict.of(failed, List.of(), OptionalDouble.empty()))
                .isEqualTo(new Verdict(HealthLevel.UNHEALTHY, "it has failed: out of paper"));
    }

    @Test
    void whatDoesNothingIsHealthy() {
        assertThat(Verdict.of(SESSION, List.of(), OptionalDouble.empty())).isEqualTo(Verdict.HEALTHY);
    }
}
