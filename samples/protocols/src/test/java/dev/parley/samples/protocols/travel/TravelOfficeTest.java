package dev.parley.samples.protocols.travel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.SessionOptions;
import dev.parley.testing.Simulation;
import dev.parley.testing.SimulationTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TravelOfficeTest {

    private static final List<List<String>> CHOICES =
            List.of(List.of("ship"), List.of("plane"), List.of("train", "bus"));

    private final TravelOffice office = new TravelOffice(
            List.of(
                    new Route("Paris", "Vienna", "plane", 320),
                    new Route("Paris", "Vienna", "train", 280),
                    new Route("Paris", "Munich", "train", 130),
                    new Route("Munich", "Vienna", "bus", 35),
                    new Route("Munich", "Paris", "bus", 1)),
            LocalDate.of(2026, 3, 1));

    private String travel(SessionOptions options, int purse) {
        return office.travel(options, "Paris", "Vienna", CHOICES, purse);
    }

    @Test
    void sellsTheFirstJourneyThatCanBeAfforded() {
        assertThat(travel(SessionOptions.defaults(), 320))
                .isEqualTo("Paris - Vienna for 320, tickets come on 2026-03-03");
    }

    @Test
    void findsTheCheapestWay() {
        assertThat(travel(SessionOptions.defaults(), 319))
                .isEqualTo("Paris - Munich - Vienna for 165, tickets come on 2026-03-03");
        assertThat(office.sold()).containsExactly("Paris - Munich - Vienna to 12 Rue de la Paix");
    }

    @Test
    void sellsNothingToWhomCannotAffordIt() {
        assertThat(travel(SessionOptions.defaults(), 164)).isEqualTo("stays at home");
        assertThat(office.sold()).isEmpty();
    }

    @SimulationTest
    void sellsWhatWasOfferedInEveryOrder(Simulation simulation) {
        simulation.delay(Duration.ofHours(1));
        int purse = 100 * (simulation.random().nextInt(4) + 1);

        String outcome = travel(simulation.options(), purse);

        assertThat(outcome).startsWith(purse == 100 ? "stays" : purse == 400 ? "Paris - Vienna" : "Paris - Munich");
        assertThat(office.sold()).hasSize(purse == 100 ? 0 : 1);
    }
}
