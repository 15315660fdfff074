package dev.parley.benchmarks.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A session that waits is small; the figures are in the README. */
class LiveSessionsTest {

    private static final int SESSIONS = 10_000;
    private static final long BOUND = 600;

    /** What may differ from run to run. */
    private static final long TOLERANCE = 30;

    @Test
    void whileNothingWasSent() {
        assertThat(LiveSessions.bytesPerSession(SESSIONS, 0)).isBetween(100L, BOUND);
    }

    @Test
    void afterMessages() {
        assertThat(LiveSessions.bytesPerSession(SESSIONS, 10)).isBetween(100L, BOUND + TOLERANCE);
    }
}
