package dev.parley.samples.protocols.mapreduce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.SessionOptions;
import dev.parley.testing.Simulation;
import dev.parley.testing.SimulationTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordFrequenciesTest {

    private static final List<List<String>> VOLUMES =
            List.of(List.of("a rose is", "a rose,", "is a rose!"), List.of(), List.of("A rose"));
    private static final Map<String, Integer> EXPECTED = Map.of("a", 4, "rose", 4, "is", 2);

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 5", "5, 1", "3, 2", "20, 20"})
    void countsTheSameHoweverManyDoIt(int mappers, int reducers) {
        assertThat(new WordFrequencies(mappers, reducers).count(SessionOptions.defaults(), VOLUMES))
                .isEqualTo(EXPECTED);
    }

    @Test
    void countsNothingInNothing() {
        assertThat(new WordFrequencies(2, 2).count(SessionOptions.defaults(), List.of()))
                .isEmpty();
    }

    @SimulationTest
    void countsTheSameInEveryOrder(Simulation simulation) {
        WordFrequencies words = new WordFrequencies(
                1 + simulation.random().nextInt(3), 1 + simulation.random().nextInt(3));

        assertThat(words.count(simulation.delay(Duration.ofSeconds(1)).options(), VOLUMES))
                .isEqualTo(EXPECTED);
    }
}
