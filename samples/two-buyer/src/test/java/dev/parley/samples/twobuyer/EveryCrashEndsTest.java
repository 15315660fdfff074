package dev.parley.samples.twobuyer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.EveryCrash;
import dev.parley.testing.EveryCrash.Crash;
import dev.parley.testing.Rehearsal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever crashes, and whenever: the others hear of it. */
class EveryCrashEndsTest {

    @Test
    void ofTheProtocol() {
        assertThat(EveryCrash.of(Rehearsal.of(TwoBuyerSession::open)::play).play())
                .extracting(Crash::role)
                .contains("Buyer", "Friend", "Seller");
    }

    @Test
    void ofThePrograms() {
        Bookshop shop = new Bookshop(Map.of("Emma", 50), LocalDate.of(2026, 3, 1));

        assertThat(EveryCrash.of(simulation -> shop.sell(simulation.options(), "Emma", 20, 30))
                        .play())
                .extracting(Crash::role)
                .contains("Buyer", "Friend", "Seller");
    }
}
