package dev.parley.samples.protocols.alternatingbit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.SessionOptions;
import dev.parley.testing.Simulation;
import dev.parley.testing.SimulationTest;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TransferTest {

    @Test
    void aGoodLineTakesOneFrameForEachText() {
        Transfer.Outcome outcome = Transfer.send(SessionOptions.defaults(), List.of("a", "a", "b"), () -> false);

        assertThat(outcome).isEqualTo(new Transfer.Outcome(List.of("a", "a", "b"), 3));
    }

    @Test
    void aLostFrameIsSentAgain() {
        Iterator<Boolean> lost = List.of(true, true, false, false).iterator();

        assertThat(Transfer.send(SessionOptions.defaults(), List.of("a"), lost::next))
                .isEqualTo(new Transfer.Outcome(List.of("a"), 3));
    }

    /** The receiver gets the frame twice, and the text once. */
    @Test
    void aLostAcknowledgementDoublesNothing() {
        Iterator<Boolean> lost =
                List.of(false, true, false, false, false, false).iterator();

        assertThat(Transfer.send(SessionOptions.defaults(), List.of("a", "b"), lost::next))
                .isEqualTo(new Transfer.Outcome(List.of("a", "b"), 3));
    }

    @SimulationTest
    void everyTextArrivesOnceAndInOrderHoweverMuchIsLost(Simulation simulation) {
        simulation.delay(Duration.ofMillis(10));
        Random random = simulation.random();
        int percent = random.nextInt(80);
        List<String> texts = IntStream.range(0, 10).mapToObj(String::valueOf).toList();

        Transfer.Outcome outcome = Transfer.send(simulation.options(), texts, () -> random.nextInt(100) < percent);

        assertThat(outcome.arrived()).isEqualTo(texts);
        assertThat(outcome.frames()).isGreaterThanOrEqualTo(10);
    }
}
