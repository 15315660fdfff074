package dev.parley.samples.calculator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.EveryCrash;
import dev.parley.testing.EveryCrash.Crash;
import dev.parley.testing.Rehearsal;
import org.junit.jupiter.api.Test;

/** Whoever crashes, and whenever: the other hears of it. */
class EveryCrashEndsTest {

    @Test
    void ofTheProtocol() {
        assertThat(EveryCrash.of(Rehearsal.of(CalculatorSession::open).steps(20)::play)
                        .play())
                .extracting(Crash::role)
                .contains("Client", "Server");
    }

    @Test
    void ofThePrograms() {
        assertThat(EveryCrash.of(simulation -> Adding.total(simulation.options(), 1, 2, 3, 4, 5))
                        .play())
                .extracting(Crash::action)
                .as("three questions and three answers, and bye")
                .contains(0, 1, 2, 3, 4, 5, 6);
    }
}
