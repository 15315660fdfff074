package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

class SimulationExtensionTest {

    /** Holds whatever the order is. */
    static class Sound {
        @SimulationTest(runs = 7)
        void passes(Simulation simulation) {
            play(simulation);
        }
    }

    /** Takes it for granted that Ann is the first. */
    static class Hasty {
        @SimulationTest(seed = 10, runs = 20)
        void fails(Simulation simulation) {
            play(simulation);
            assertThat(simulation.log().lines().findFirst().orElseThrow()).contains("Ann sends");
        }
    }

    /** Takes it for granted that Ann is the first, whatever happens. */
    static class HastyInAllRuns {
        @ExplorationTest(preemptions = 1)
        void fails(Simulation simulation) {
            play(simulation);
            assertThat(simulation.log().lines().findFirst().orElseThrow()).contains("Ann sends");
        }
    }

    /** The one that fails. */
    static class Again {
        @ExplorationTest(run = "1")
        void fails(Simulation simulation) {
            play(simulation);
            assertThat(simulation.log().lines().findFirst().orElseThrow()).contains("Ann sends");
        }
    }

    /** Stops early. */
    static class Few {
        @ExplorationTest(runs = 5)
        void passes(Simulation simulation) {
            play(simulation);
        }
    }

    /** Asks for nothing. */
    static class Idle {
        @SimulationTest(runs = 0)
        void neverRuns(Simulation simulation) {}
    }

    private static void play(Simulation simulation) {
        PollSession.<RuntimeException>run(
                simulation.options(),
                ann -> ann.annVotes(1).receive(),
                bob -> bob.bobVotes(2).receive(),
                chair -> chair.receive().receive().result(0));
    }

    private static Events run(Class<?> test) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(test))
                .execute()
                .allEvents();
    }

    @Test
    void runsTheTestWithEachSeed() {
        assertThat(run(Sound.class)
                        .succeeded()
                        .filter(event -> event.getTestDescriptor().isTest()))
                .hasSize(7);
    }

    @Test
    void aFailureNamesItsSeedAndShowsWhatHappened() {
        Events events = run(Hasty.class);

        assertThat(events.succeeded()
                        .filter(event -> event.getTestDescriptor().isTest())
                        .count())
                .isBetween(1L, 19L);
        events.failed().assertThatEvents().isNotEmpty().allSatisfy(failed -> {
            String seed = failed.getTestDescriptor().getDisplayName().replace("seed ", "");
            assertThat(failed)
                    .is(event(
                            displayName("seed " + seed),
                            finishedWithFailure(
                                    instanceOf(SimulationFailedError.class),
                                    message(text -> text.contains("@SimulationTest(seed = " + seed + ", runs = 1)")
                                            && text.contains("0.000 ms  Bob sends bobVotes to Chair")
                                            && text.contains("sequenceDiagram")))));
        });
    }

    @Test
    void anExplorationMeetsAllOrdersAndNamesTheRunsThatFail() {
        Events events = run(HastyInAllRuns.class);

        assertThat(events.succeeded().count()).isPositive();
        events.failed()
                .assertThatEvents()
                .haveAtLeastOne(event(finishedWithFailure(
                        instanceOf(SimulationFailedError.class),
                        message(text -> text.contains("@ExplorationTest(run = \"1\")")
                                && text.contains("0.000 ms  Bob sends bobVotes to Chair")))));
    }

    @Test
    void oneRunOfAnExplorationIsRunAgain() {
        Events events = run(Again.class);

        assertThat(tests(events.started())).hasSize(1);
        assertThat(tests(events.failed())).hasSize(1);
    }

    @Test
    void anExplorationStopsWhenToldTo() {
        assertThat(tests(run(Few.class).succeeded())).hasSize(5);
    }

    private static Stream<Event> tests(Events events) {
        return events.filter(event -> event.getTestDescriptor().isTest());
    }

    @Test
    void noRunsAreNoTest() {
        run(Idle.class)
                .failed()
                .assertThatEvents()
                .haveExactly(1, event(finishedWithFailure(message(text -> text.contains("at least 1")))));
    }
}
