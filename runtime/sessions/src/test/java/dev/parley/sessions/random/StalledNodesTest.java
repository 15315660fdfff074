package dev.parley.sessions.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Processes that stand still for a while, be it for a collection of garbage or for a machine that sleeps, and go on as if nothing had happened. Others have taken
 * their sessions over meanwhile, and perhaps been overtaken themselves.
 */
class StalledNodesTest {

    private static final int STEPS = 2_000;

    private static int overtaken;

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsAcknowledgedIsKeptAndOneNodeRunsEachSession(long seed) {
        try (Cluster cluster = new Cluster(seed)) {
            for (int i = 0; i < STEPS; i++) {
                cluster.step();
                cluster.check();
            }
            cluster.settle();
            overtaken += cluster.overtaken();
        }
    }

    @AfterAll
    static void someWereTooLate() {
        assertThat(overtaken).isPositive();
    }
}
