package dev.parley.samples.protocols.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.runtime.SessionOptions;
import dev.parley.testing.Simulation;
import dev.parley.testing.SimulationTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrimeCountTest {

    @ParameterizedTest
    @CsvSource({"0, 1, 0", "3, 10, 1", "100, 7, 25", "10000, 100, 1229"})
    void countsEachPrimeOnce(int below, int chunk, int expected) {
        assertThat(PrimeCount.count(SessionOptions.defaults(), below, chunk).primes())
                .isEqualTo(expected);
    }

    /** The one is never ahead of the other by more than one request, and no request costs more than the last. */
    @Test
    void theWorkersDoAboutTheSame() {
        PrimeCount.Count count = PrimeCount.count(SessionOptions.defaults(), 10_000, 100);

        assertThat(count.left()).isCloseTo(count.right(), within(100 * 10_000L));
        assertThat(count.left() + count.right()).isEqualTo(10_000L * 9_999 / 2);
    }

    @SimulationTest
    void isTheSameInEveryOrder(Simulation simulation) {
        simulation.delay(Duration.ofMillis(5)).partition("Client", "Left", Duration.ZERO, Duration.ofSeconds(1));

        assertThat(PrimeCount.count(simulation.options(), 100, 9))
                .isEqualTo(PrimeCount.count(SessionOptions.defaults(), 100, 9));
    }
}
