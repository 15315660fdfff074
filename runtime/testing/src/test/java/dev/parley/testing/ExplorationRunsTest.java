package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ExplorationRunsTest {

    private static final int MANY = 30;

    /** Plays a poll, and returns what happened. */
    private static String poll(Simulation simulation) {
        PollSession.<RuntimeException>run(
                simulation.options(),
                ann -> ann.annVotes(1).receive(),
                bob -> bob.bobVotes(2).receive(),
                chair -> chair.receive().receive().result(3));
        return simulation.log();
    }

    /** Plays a ticker of one price, and returns what happened. */
    private static String tick(Simulation simulation) {
        TickerSession.<RuntimeException>run(
                simulation.options(), market -> market.price(1).closed(), owner -> owner.receive(), screen -> {
                    TickerScreen.Prices state = screen;
                    while (state.receive() instanceof TickerScreen.Price price) {
                        state = price;
                    }
                });
        return simulation.log();
    }

    private static List<String> all(int preemptions) {
        List<String> logs = new ArrayList<>();
        Exploration.of(preemptions).forEach(simulation -> logs.add(poll(simulation)));
        return logs;
    }

    /** Seeds know nothing of preemptions, so what they find tells whether something is left out. */
    @Test
    void enoughPreemptionsReachWhateverSeedsReach() {
        Set<String> explored = new HashSet<>(all(MANY));

        assertThat(explored)
                .containsAll(LongStream.range(0, 300)
                        .mapToObj(seed -> poll(Simulation.seeded(seed)))
                        .toList());
    }

    @Test
    void fewerPreemptionsGiveFewerRunsOfTheSame() {
        List<String> none = all(0);
        List<String> one = all(1);
        List<String> two = all(2);

        assertThat(none).hasSizeLessThan(one.size());
        assertThat(one).hasSizeLessThan(two.size());
        assertThat(two).containsAll(one);
        assertThat(one).containsAll(none);
        assertThat(all(2)).as("the same again").isEqualTo(two);
    }

    @Test
    void whatMayBeLostIsLostInSomeRunsAndMessagesAreLateInSome() {
        Set<String> logs = new HashSet<>();
        for (Simulation simulation : Exploration.of(0)) {
            logs.add(tick(simulation.loss(0.01).delay(Duration.ofSeconds(1))));
        }

        assertThat(logs).anyMatch(log -> log.contains("a message from Market to Screen is lost"));
        assertThat(logs).anyMatch(log -> log.contains("   0.000 ms  Screen receives price(1)"));
        assertThat(logs).anyMatch(log -> log.contains("1000.000 ms  Screen receives price(1)"));
    }

    @Test
    void aRunCanBeRunAgain() {
        for (Simulation simulation : Exploration.of(1)) {
            String log = poll(simulation);
            String run = simulation.again().replaceAll(".*\"(.*)\".*", "$1");

            assertThat(run).matches("\\d+(\\.\\d+)*");
            assertThat(poll(new Simulation(Trail.again(run)))).isEqualTo(log);
        }
    }

    @Test
    void programsThatDifferFromRunToRunAreFound() {
        int[] runs = {0};

        assertThatIllegalStateException()
                .isThrownBy(() -> Exploration.of(1).forEach(simulation -> {
                    if (runs[0]++ % 2 == 0) {
                        poll(simulation);
                    } else {
                        tick(simulation);
                    }
                }))
                .withMessageContaining("something that differs from run to run");
    }

    @Test
    void whatCannotBeExploredIsRefused() {
        Iterator<Simulation> runs = Exploration.of(0).iterator();
        while (runs.hasNext()) {
            poll(runs.next());
        }

        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(runs::next);
        assertThatIllegalArgumentException().isThrownBy(() -> Exploration.of(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trail.again("first"))
                .withMessageContaining("\"first\" is no run");
    }
}
