package dev.parley.samples.protocols.threebuyers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.SessionOptions;
import dev.parley.testing.Simulation;
import dev.parley.testing.SimulationTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreeBuyersTest {

    private static List<String> sell(SessionOptions options, int alice, int bob, int carol) {
        return new ThreeBuyers(50, LocalDate.of(2026, 3, 1)).sell(options, alice, bob, carol);
    }

    @Test
    void twoBuyWhatTheyCanAfford() {
        assertThat(sell(SessionOptions.defaults(), 30, 20, 0))
                .containsExactlyInAnyOrder(
                        "Alice: the book goes to Bob's home",
                        "Bob: paid 20, comes on 2026-03-03",
                        "Seller: sold for 50");
    }

    @Test
    void aThirdTakesOverWhereTheyCannot() {
        assertThat(sell(SessionOptions.defaults(), 30, 15, 5))
                .containsExactlyInAnyOrder(
                        "Alice: the book goes to Carol's home",
                        "Carol: paid 5, comes on 2026-03-03",
                        "Seller: sold for 50");
    }

    @Test
    void theThirdMayDeclineForThemAll() {
        assertThat(sell(SessionOptions.defaults(), 30, 15, 4))
                .containsExactlyInAnyOrder("Alice: no book today", "Carol: 5 is too much", "Seller: kept the book");
    }

    @SimulationTest
    void twoBuyTheSameInEveryOrder(Simulation simulation) {
        assertThat(sell(simulation.delay(Duration.ofSeconds(1)).options(), 30, 20, 0))
                .contains("Seller: sold for 50", "Bob: paid 20, comes on 2026-03-03");
    }
}
