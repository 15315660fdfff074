package dev.parley.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

class FirstLookTest {

    @SimulationTest(runs = 10)
    void everyPollComesToAResult(Simulation simulation) {
        simulation.delay(Duration.ofMillis(100));

        Rehearsal.of(PollSession::open).play(simulation);

        assertTrue(simulation.diagram().contains("Chair-)Ann: result"));
    }
}
