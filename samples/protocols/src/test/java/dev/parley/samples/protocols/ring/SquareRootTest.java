package dev.parley.samples.protocols.ring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.parley.runtime.SessionOptions;
import dev.parley.testing.Simulation;
import dev.parley.testing.SimulationTest;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SquareRootTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.5, 1, 2, 144, 1e9})
    void isAsPreciseAsAskedFor(double square) {
        assertThat(SquareRoot.of(SessionOptions.defaults(), square, 1e-9)).isCloseTo(Math.sqrt(square), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void otherNumbersHaveNoRoot(double square) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SquareRoot.of(SessionOptions.defaults(), square, 1e-9))
                .withMessageContaining("no root of " + square);
    }

    @SimulationTest
    void isTheSameInEveryOrder(Simulation simulation) {
        double square = simulation.random().nextInt(100);

        assertThat(SquareRoot.of(simulation.delay(Duration.ofMillis(5)).options(), square, 1e-3))
                .isCloseTo(Math.sqrt(square), within(1e-3));
    }
}
