package dev.parley.benchmarks.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A session that waits is small. The bounds are generous; the figures are in the README. */
class LiveSessionsTest {

    private static final int SESSIONS = 10_000;
    private static final long BOUND = 1_400;

    @Test
    void whileNothingWasSent() {
        assertThat(LiveSessions.bytesPerSession(SESSIONS, 0)).isBetween(100L, BOUND);
    }

    @Test
    void afterMessages() {
        assertThat(LiveSessions.bytesPerSession(SESSIONS, 10)).isBetween(100L, BOUND + 300);
    }
}
