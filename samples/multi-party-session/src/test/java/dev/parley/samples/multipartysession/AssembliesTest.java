package dev.parley.samples.multipartysession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.runtime.Quorum.Outcome;
import dev.parley.runtime.SessionOptions;
import dev.parley.samples.multipartysession.Minutes.Resolution;
import dev.parley.testing.SimulatedCrashException;
import dev.parley.testing.Simulation;
import dev.parley.testing.SimulationTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AssembliesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Assemblies assemblies = new Assemblies(PATIENCE, List.of("build", "paint"));

    /** One character for each: y and n vote that way on everything, a abstains, - declines. */
    private static List<Delegate> delegates(String opinions) {
        return IntStream.range(0, opinions.length())
                .mapToObj(i -> new Delegate("d" + i, opinions.charAt(i) != '-', motion -> switch (opinions.charAt(i)) {
                    case 'y' -> Ballot.YES;
                    case 'n' -> Ballot.NO;
                    default -> Ballot.ABSTAIN;
                }))
                .toList();
    }

    private Minutes hold(List<Delegate> delegates) {
        return assemblies.hold(SessionOptions.defaults(), delegates);
    }

    private static List<Outcome> outcomes(Minutes minutes) {
        return minutes.resolutions().stream().map(Resolution::outcome).toList();
    }

    @Test
    void thoseWhoAcceptAreActive() {
        List<Delegate> delegates = delegates("y-ya");

        Minutes minutes = hold(delegates);

        assertThat(minutes.members()).containsExactly("d0", "d2", "d3");
        assertThat(delegates.get(0).heard()).startsWith("welcome, d0, d2, d3");
    }

    @Test
    void itIsCalledOffWhereTooFewAccept() {
        for (String opinions : List.of("", "-", "--y", "y")) {
            List<Delegate> delegates = delegates(opinions);

            assertThat(hold(delegates)).isEqualTo(new Minutes(List.of(), 0, List.of()));
            assertThat(delegates)
                    .allMatch(Delegate::stayed)
                    .allMatch(each -> each.heard().isEmpty());
        }
    }

    @Test
    void aMotionIsCarriedByMoreThanHalfOfTheActive() {
        assertThat(outcomes(hold(delegates("yyy--")))).first().isEqualTo(Outcome.REACHED);
        assertThat(outcomes(hold(delegates("yynn")))).first().isEqualTo(Outcome.IMPOSSIBLE);
        assertThat(outcomes(hold(delegates("ya-a")))).first().isEqualTo(Outcome.IMPOSSIBLE);
    }

    /** Whoever has not voted by the decision has left: its vote was not needed any more. */
    @Test
    void aDecisionNeedsNoMoreVotesThanItTakes() {
        Minutes minutes = hold(delegates("y".repeat(50)));

        Resolution first = minutes.resolutions().get(0);
        assertThat(first.outcome()).isEqualTo(Outcome.REACHED);
        assertThat(first.yes()).isEqualTo(first.votes()).isBetween(26, 50);
    }

    @Test
    void whoStaysHearsEverything() {
        List<Delegate> delegates = delegates("yyyyy");

        Minutes minutes = hold(delegates);

        assertThat(minutes.reports()).isEqualTo(5);
        assertThat(delegates.stream().filter(Delegate::stayed))
                .isNotEmpty()
                .allMatch(each -> each.heard().size() == 3);
    }

    /** In every order: the coordinator finishes, and who stayed to the end has heard all that was decided. */
    @SimulationTest
    void comesToAnEndInEveryOrder(Simulation simulation) {
        String opinions = simulation
                .random()
                .ints(simulation.random().nextInt(7), 0, 4)
                .mapToObj(i -> "yna-".substring(i, i + 1))
                .reduce("", String::concat);
        List<Delegate> delegates = delegates(opinions);

        Minutes minutes =
                assemblies.hold(simulation.delay(Duration.ofSeconds(10)).options(), delegates);

        long accepted = opinions.chars().filter(each -> each != '-').count();
        assertThat(minutes.members()).hasSize(accepted < 2 ? 0 : (int) accepted);
        assertVotesCounted(minutes, opinions);
        List<String> decided = minutes.resolutions().stream()
                .map(each -> each.motion() + (each.outcome() == Outcome.REACHED ? " is carried" : " is not carried"))
                .toList();
        assertThat(delegates.stream().filter(Delegate::stayed))
                .allMatch(each -> each.heard().containsAll(decided));
    }

    private static void assertVotesCounted(Minutes minutes, String opinions) {
        int needed = minutes.members().size() / 2 + 1;
        for (Resolution resolution : minutes.resolutions()) {
            assertThat(resolution.yes() >= needed).isEqualTo(resolution.outcome() == Outcome.REACHED);
            assertThat(resolution.yes()).isLessThanOrEqualTo((int)
                    opinions.chars().filter(each -> each == 'y').count());
        }
    }

    /** Two are out of reach from some time on, for longer than anybody waits: the others go on. */
    @SimulationTest
    void aSilentParticipantHoldsUpNobody(Simulation simulation) {
        List<Delegate> delegates = delegates("yyyyy");
        boolean neverThere = simulation.random().nextBoolean();
        Duration from = Duration.ofMillis(neverThere ? 0 : simulation.random().nextInt(2_000));
        for (int i = 0; i < 2; i++) {
            simulation.partition("Coordinator", "Participant[" + i + "]", from, Duration.ofDays(1));
        }

        Minutes minutes =
                assemblies.hold(simulation.delay(Duration.ofMillis(500)).options(), delegates);

        assertThat(minutes.members()).contains("d2", "d3", "d4");
        assertThat(minutes.reports()).isGreaterThanOrEqualTo(3);
        assertThat(outcomes(minutes)).hasSize(2).startsWith(Outcome.REACHED);
        if (neverThere) {
            assertThat(minutes.members()).hasSize(3);
            assertThat(delegates.subList(0, 2)).noneMatch(Delegate::stayed);
        }
    }

    /** Whoever crashes, whenever: the session is over for all, and nobody is left waiting. */
    @SimulationTest
    void aCrashEndsTheAssemblyForAll(Simulation simulation) {
        String role = simulation.random().nextBoolean() ? "Coordinator" : "Participant[1]";
        simulation.crash(role, simulation.random().nextInt(4));

        assertThatExceptionOfType(SimulatedCrashException.class)
                .isThrownBy(() -> assemblies.hold(simulation.options(), delegates("yny")));
    }
}
