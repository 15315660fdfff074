package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parley.runtime.SessionOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class SimulatedRunsTest {

    /** Plays a poll, and returns the sum that Ann and Bob heard. */
    private static int poll(Simulation simulation) {
        List<Integer> heard = new ArrayList<>();
        PollSession.<RuntimeException>run(
                simulation.options(),
                ann -> heard.add(ann.annVotes(1).receive().sum()),
                bob -> heard.add(bob.bobVotes(2).receive().sum()),
                chair -> {
                    PollChair.AnnVotes one = chair.receive();
                    int vote = one.vote();
                    PollChair.BobVotes other = one.receive();
                    other.result(vote + other.vote());
                });
        assertThat(heard).hasSize(2).containsOnly(heard.get(0));
        return heard.get(0);
    }

    /** Plays a ticker of so many prices, and returns those that were shown. */
    private static List<Integer> tick(Simulation simulation, int prices) {
        List<Integer> shown = new ArrayList<>();
        TickerSession.<RuntimeException>run(
                simulation.options(),
                market -> {
                    TickerMarket.Prices state = market;
                    for (int i = 0; i < prices; i++) {
                        state = state.price(i);
                    }
                    state.closed();
                },
                owner -> owner.receive(),
                screen -> {
                    TickerScreen.Prices state = screen;
                    while (state.receive() instanceof TickerScreen.Price price) {
                        shown.add(price.cents());
                        state = price;
                    }
                });
        return shown;
    }

    @Test
    void anEqualSeedGivesAnEqualRun() {
        for (int seed = 0; seed < 50; seed++) {
            Simulation once =
                    Simulation.seeded(seed).delay(Duration.ofMillis(5)).loss(0.3);
            Simulation again =
                    Simulation.seeded(seed).delay(Duration.ofMillis(5)).loss(0.3);

            assertThat(tick(once, 10)).isEqualTo(tick(again, 10));
            assertThat(poll(once)).isEqualTo(poll(again)).isEqualTo(3);
            assertThat(once.log()).isEqualTo(again.log());
            assertThat(once.diagram()).isEqualTo(again.diagram());
        }
    }

    @Test
    void testsDrawTheSameNumbersAgain() {
        Set<Long> drawn = new HashSet<>();
        for (int seed = 0; seed < 50; seed++) {
            Simulation once = Simulation.seeded(seed);
            Simulation again = Simulation.seeded(seed);
            poll(again);
            long number = once.random().nextLong();
            assertThat(again.random().nextLong()).isEqualTo(number);
            drawn.add(number);
        }
        assertThat(drawn).hasSize(50);
    }

    @Test
    void seedsReachAllOrders() {
        Set<String> logs = new HashSet<>();
        for (int seed = 0; seed < 100; seed++) {
            Simulation simulation = Simulation.seeded(seed);
            poll(simulation);
            logs.add(simulation.log());
        }

        // Ann or Bob votes first, and the chair looks between the two votes or after them.
        assertThat(logs).anyMatch(log -> log.indexOf("Ann sends") < log.indexOf("Bob sends"));
        assertThat(logs).anyMatch(log -> log.indexOf("Bob sends") < log.indexOf("Ann sends"));
        assertThat(logs).anyMatch(log -> log.indexOf("Chair receives annVotes(1)") < log.indexOf("Bob sends"));
        assertThat(logs).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void theLogTellsWhatHappenedAndWhen() {
        Simulation simulation = Simulation.seeded(1);
        poll(simulation);

        assertThat(simulation.log().lines())
                .contains(
                        "     0.000 ms  Ann sends annVotes to Chair",
                        "     0.000 ms  Chair receives annVotes(1) from Ann",
                        "     0.000 ms  Chair sends result to Bob",
                        "     0.000 ms  Bob receives result(3) from Chair")
                .hasSize(8);
        assertThat(simulation.diagram())
                .startsWith("sequenceDiagram\n    participant Ann\n    participant Bob\n    participant Chair\n")
                .contains("    Ann-)Chair: annVotes\n", "    Note over Chair: receives bobVotes(2)\n");
    }

    @Test
    void delaysTakeVirtualTime() {
        Simulation simulation = Simulation.seeded(3).delay(Duration.ofDays(1));

        assertThat(poll(simulation)).isEqualTo(3);
        assertThat(simulation.elapsed()).isBetween(Duration.ofHours(1), Duration.ofDays(2));
    }

    @Test
    void messagesOfOneRoleToAnotherStayInOrder() {
        for (int seed = 0; seed < 50; seed++) {
            assertThat(tick(Simulation.seeded(seed).delay(Duration.ofSeconds(1)), 4))
                    .containsExactly(0, 1, 2, 3);
        }
    }

    @Test
    void onlyWhatMayBeLostIsLost() {
        Simulation simulation = Simulation.seeded(5).loss(0.5);

        List<Integer> shown = tick(simulation, 40);

        assertThat(shown).hasSizeLessThan(40).isSorted();
        assertThat(simulation.log()).contains("a message from Market to Screen is lost");
        assertThat(poll(Simulation.seeded(5).loss(1))).isEqualTo(3);
    }

    /** Whoever crashes, wherever: no role is left waiting, and the run fails with the crash. */
    @Test
    void aCrashAnywhereEndsTheSession() {
        for (String role : List.of("Ann", "Bob", "Chair")) {
            for (int action = 0; action < (role.equals("Chair") ? 3 : 2); action++) {
                for (int seed = 0; seed < 20; seed++) {
                    Simulation simulation = Simulation.seeded(seed).crash(role, action);
                    assertThatExceptionOfType(SimulatedCrashException.class)
                            .as(simulation::log)
                            .isThrownBy(() -> poll(simulation))
                            .withMessage(
                                    role + " crashed in place of its action " + action + ", as the simulation says.");
                    assertThat(simulation.log()).contains(role + " crashes");
                }
            }
        }
        assertThat(poll(Simulation.seeded(0).crash("Ann", 2))).isEqualTo(3);
    }

    @Test
    void apartRolesHearOfEachOtherAfterwards() {
        Simulation simulation = Simulation.seeded(2).partition("Chair", "Bob", Duration.ZERO, Duration.ofSeconds(10));

        assertThat(poll(simulation)).isEqualTo(3);
        assertThat(simulation.elapsed()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aTimeoutOfAnHourTakesNoTime() {
        Simulation simulation = Simulation.seeded(2).partition("Ann", "Chair", Duration.ZERO, Duration.ofHours(2));
        List<String> told = new ArrayList<>();

        PollSession.<RuntimeException>run(
                simulation.options(),
                ann -> ann.annVotes(1).receive(),
                bob -> bob.bobVotes(2).receive(),
                chair -> {
                    try {
                        chair.receive(Duration.ofHours(1)).receive().result(0);
                    } catch (TimeoutException e) {
                        told.add("timeout after " + simulation.elapsed());
                        chair.receive().receive().result(0);
                    }
                });

        assertThat(told).containsExactly("timeout after PT1H");
        assertThat(simulation.elapsed()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void whatCannotBeSimulatedIsRefused() {
        SessionOptions options = Simulation.seeded(0).options();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> PollSession.open(options.sameThread()))
                .withMessageContaining("leave out sameThread()");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        PollSession.open(Simulation.seeded(0).crash("Anna", 0).options()))
                .withMessageContaining("no role Anna");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PollSession.open(Simulation.seeded(0)
                        .partition("Ann", "Ann", Duration.ZERO, Duration.ZERO)
                        .options()))
                .withMessageContaining("name two roles");
        PollSession.open(options).cancel("enough");
        assertThatIllegalStateException()
                .isThrownBy(() -> PollSession.open(options))
                .withMessageContaining("Call options() for each");
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        Simulation simulation = Simulation.seeded(0);

        assertThatIllegalArgumentException().isThrownBy(() -> simulation.delay(Duration.ofNanos(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> simulation.loss(1.1));
        assertThatIllegalArgumentException().isThrownBy(() -> simulation.loss(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> simulation.crash("Ann", -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulation.partition("Ann", "Bob", Duration.ofSeconds(2), Duration.ofSeconds(1)));
    }
}
