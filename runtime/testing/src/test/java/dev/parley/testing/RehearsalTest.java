package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RehearsalTest {

    @SimulationTest(runs = 20)
    void allRolesDoWhatTheProtocolSays(Simulation simulation) {
        Rehearsal.of(PollSession::open).play(simulation);

        assertThat(simulation.log())
                .containsPattern("Ann sends annVotes to Chair")
                .containsPattern("Chair receives bobVotes\\(\\d+\\) from Bob")
                .containsPattern("Ann receives result\\(\\d+\\) from Chair");
    }

    @SimulationTest(runs = 20)
    void familiesAndBranchesTakePart(Simulation simulation) {
        Rehearsal.of(options -> KitchenSession.open(options, 3)).play(simulation);

        assertThat(simulation.log().lines().filter(line -> line.contains("Host receives come")))
                .hasSize(3);
        assertThat(simulation.log()).contains("wash", "dry", "clean()", "thank");
    }

    /** However many guests there are, and whether they stay or leave: the host hears each, and goes on with those who stay. */
    @SimulationTest(runs = 20)
    void blocksForEachMemberAreRunForAll(Simulation simulation) {
        int guests = simulation.random().nextInt(4);

        Rehearsal.of(options -> OutingSession.open(options, guests)).play(simulation);

        String log = simulation.log();
        assertThat(log.lines().filter(line -> line.contains("Host receives"))).hasSize(guests);
        assertThat(log.lines().filter(line -> line.contains("Host sends meetAt")))
                .hasSameSizeAs(log.lines()
                        .filter(line -> line.contains("Host receives accept"))
                        .toList());
    }

    @Test
    void equalSeedsGiveEqualRehearsalsAndOthersOthers() {
        Set<String> logs = new HashSet<>();
        for (int seed = 0; seed < 40; seed++) {
            logs.add(rehearseTicker(seed));
            assertThat(logs).contains(rehearseTicker(seed));
        }

        assertThat(logs).hasSizeGreaterThan(10);
    }

    private static String rehearseTicker(long seed) {
        Simulation simulation = Simulation.seeded(seed);
        Rehearsal.of(TickerSession::open).play(simulation);
        return simulation.log();
    }

    @Test
    void aRoleThatHasGoneRoundLongEnoughGoesToTheEnd() {
        for (int seed = 0; seed < 20; seed++) {
            Simulation simulation = Simulation.seeded(seed);

            Rehearsal.of(TickerSession::open).steps(0).play(simulation);

            assertThat(simulation.log()).doesNotContain("price").contains("Owner receives closed()");
        }
    }

    @Test
    void whatNeverEndsIsCutOff() {
        Simulation simulation = Simulation.seeded(1);

        Rehearsal.of(ErrandsSession::open)
                .payload(URI.class, random -> URI.create("there"))
                .steps(10)
                .play(simulation);

        assertThat(simulation.log().lines().filter(line -> line.contains("sends")))
                .hasSizeBetween(10, 12);
        assertThat(simulation.log()).contains("Runner receives run(there) from Sender");
    }

    @Test
    void typesThatNothingIsKnownOfAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rehearsal.of(ErrandsSession::open).play(Simulation.seeded(1)))
                .withMessageContaining("Nothing is known of the values of java.net.URI")
                .withMessageContaining("payload(URI.class, random -> …)");
    }

    @Test
    void faultsHappenInARehearsalToo() {
        assertThatExceptionOfType(SimulatedCrashException.class)
                .isThrownBy(() -> Rehearsal.of(PollSession::open)
                        .play(Simulation.seeded(1).crash("Chair", 1)));
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rehearsal.of(PollSession::open).steps(-1));
        assertThatIllegalStateException()
                .isThrownBy(() -> Rehearsal.of(options -> {}).play(Simulation.seeded(1)))
                .withMessageContaining("No session was opened");
    }
}
