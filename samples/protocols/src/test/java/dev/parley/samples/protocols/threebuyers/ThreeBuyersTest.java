package dev.parley.samples.protocols.threebuyers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.SessionCancelledException;
import dev.parley.runtime.SessionOptions;
import dev.parley.runtime.SessionTable;
import dev.parley.testing.SimulatedCrashException;
import dev.parley.testing.Simulation;
import dev.parley.testing.SimulationTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class ThreeBuyersTest {

    private static List<String> sell(Supplier<SessionOptions> options, int alice, int bob, int carol) {
        return new ThreeBuyers(50, LocalDate.of(2026, 3, 1), options).sell(alice, bob, carol);
    }

    @Test
    void twoBuyWhatTheyCanAfford() {
        assertThat(sell(SessionOptions::defaults, 30, 20, 0))
                .containsExactlyInAnyOrder(
                        "Alice: the book goes to Bob's home",
                        "Bob: paid 20, comes on 2026-03-03",
                        "Seller: sold for 50");
    }

    @Test
    void aThirdTakesOverWhereTheyCannot() {
        assertThat(sell(SessionOptions::defaults, 30, 15, 5))
                .containsExactlyInAnyOrder(
                        "Alice: the book goes to Carol's home",
                        "Carol: paid 5, comes on 2026-03-03",
                        "Seller: sold for 50");
    }

    @Test
    void theThirdMayDeclineForThemAll() {
        assertThat(sell(SessionOptions::defaults, 30, 15, 4))
                .containsExactlyInAnyOrder("Alice: no book today", "Carol: 5 is too much", "Seller: kept the book");
    }

    @SimulationTest
    void twoBuyTheSameInEveryOrder(Simulation simulation) {
        assertThat(sell(simulation.delay(Duration.ofSeconds(1))::options, 30, 20, 0))
                .contains("Seller: sold for 50", "Bob: paid 20, comes on 2026-03-03");
    }

    @SimulationTest
    void aThirdTakesOverInEveryOrder(Simulation simulation) {
        assertThat(sell(simulation.delay(Duration.ofSeconds(1))::options, 30, 15, 5))
                .contains("Seller: sold for 50", "Carol: paid 5, comes on 2026-03-03");
    }

    @SimulationTest
    void theThirdMayDeclineInEveryOrder(Simulation simulation) {
        assertThat(sell(simulation.delay(Duration.ofSeconds(1))::options, 30, 15, 4))
                .contains("Alice: no book today", "Seller: kept the book");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Alice", "Bob", "Seller"})
    void whoeverCrashesInTheSaleNobodyIsLeftWaiting(String role) {
        for (int action = 0; action < 6; action++) {
            for (int seed = 0; seed < 8; seed++) {
                crash(Simulation.seeded(seed).crash(role, action), Simulation.seeded(seed));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bob", "Carol"})
    void whoeverCrashesDoingAFavourNobodyIsLeftWaiting(String role) {
        for (int action = 0; action < 3; action++) {
            for (int seed = 0; seed < 8; seed++) {
                crash(Simulation.seeded(seed), Simulation.seeded(seed).crash(role, action));
            }
        }
    }

    private static void crash(Simulation sale, Simulation favour) {
        Iterator<Simulation> sessions = List.of(sale, favour).iterator();
        try {
            sell(() -> sessions.next().delay(Duration.ofMillis(50)).options(), 30, 15, 5);
        } catch (SimulatedCrashException | SessionCancelledException crash) {
            assertThat(sale.log() + favour.log()).contains("crash");
        }
    }

    @Test
    void aRunWithTheSameSeedIsTheSame() {
        for (int seed = 0; seed < 20; seed++) {
            assertThat(log(seed)).isEqualTo(log(seed));
        }
    }

    private static String log(int seed) {
        Simulation simulation = Simulation.seeded(seed).delay(Duration.ofSeconds(1));
        SessionTable table = new SessionTable(); // which numbers the sessions from 1 on
        sell(() -> simulation.options().table(table), 30, 15, 5);
        return simulation.log();
    }
}
