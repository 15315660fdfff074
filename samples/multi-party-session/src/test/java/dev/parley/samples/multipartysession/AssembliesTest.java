package dev.parley.samples.multipartysession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.runtime.Quorum.Outcome;
import dev.parley.runtime.Session;
import dev.parley.runtime.SessionListener;
import dev.parley.runtime.SessionOptions;
import dev.parley.runtime.SessionStatus;
import dev.parley.samples.multipartysession.Minutes.Resolution;
import dev.parley.testing.SimulatedCrashException;
import dev.parley.testing.Simulation;
import dev.parley.testing.SimulationTest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class AssembliesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Assemblies assemblies = new Assemblies(PATIENCE, List.of("build", "paint"));

    /**
     * One character for each: y and n vote that way on everything, a abstains, - declines; capital letters leave when they are asked for
     * their second report.
     */
    private static List<Delegate> delegates(String opinions) {
        return opinions.chars()
                .mapToObj(each -> delegate(String.valueOf((char) each)))
                .toList();
    }

    private static Delegate delegate(String opinion) {
        int reports = opinion.equals(opinion.toLowerCase(Locale.ROOT)) ? Integer.MAX_VALUE : 1;
        return new Delegate(
                opinion, !opinion.equals("-"), reports, motion -> switch (opinion.toLowerCase(Locale.ROOT)) {
                    case "y" -> Ballot.YES;
                    case "n" -> Ballot.NO;
                    default -> Ballot.ABSTAIN;
                });
    }

    private Minutes hold(List<Delegate> delegates) {
        return assemblies.hold(SessionOptions.defaults(), delegates, List.of());
    }

    private Resolution firstOf(String opinions) {
        return hold(delegates(opinions)).resolutions().get(0);
    }

    @Test
    void thoseWhoAcceptAreActive() {
        List<Delegate> delegates = delegates("y-na");

        Minutes minutes = hold(delegates);

        assertThat(minutes.members()).containsExactly("y", "n", "a");
        assertThat(minutes.absences()).startsWith("1 declined: busy");
        assertThat(delegates.get(0).heard()).startsWith("welcome, y, n, a");
        assertThat(delegates.get(1).heard()).isEmpty();
    }

    @Test
    void itIsCalledOffWhereTooFewAccept() {
        for (String opinions : List.of("", "-", "--y", "y")) {
            List<Delegate> delegates = delegates(opinions);

            Minutes minutes = hold(delegates);

            assertThat(minutes.resolutions()).isEmpty();
            assertThat(minutes.members()).hasSize(opinions.replace("-", "").length());
            assertThat(delegates).allMatch(each -> each.heard().isEmpty());
        }
    }

    @Test
    void aMotionIsCarriedByMoreThanHalfOfThosePresent() {
        assertThat(firstOf("yyy--").outcome()).isEqualTo(Outcome.REACHED);
        assertThat(firstOf("yynn"))
                .satisfies(split -> assertThat(split.present()).isEqualTo(4))
                .satisfies(split ->
                        assertThat(split.yes()).as("those before the second no").isBetween(0, 2))
                .satisfies(split -> assertThat(split.outcome()).isEqualTo(Outcome.IMPOSSIBLE));
        assertThat(firstOf("ya-a").outcome()).isEqualTo(Outcome.IMPOSSIBLE);
    }

    /** Whoever has not voted by the decision has left: its vote was not needed any more. */
    @Test
    void aDecisionNeedsNoMoreVotesThanItTakes() {
        Minutes minutes = hold(delegates("y".repeat(50)));

        assertThat(minutes.resolutions())
                .first()
                .satisfies(first -> assertThat(first.yes()).isBetween(26, 50));
        assertThat(minutes.resolutions().get(1).present())
                .isEqualTo(minutes.resolutions().get(0).yes());
    }

    @Test
    void whoLeavesCountsNoMore() {
        List<Delegate> delegates = delegates("yY");

        Minutes minutes = hold(delegates);

        assertThat(minutes.resolutions())
                .containsExactly(
                        new Resolution("build", 2, 2, Outcome.REACHED), new Resolution("paint", 1, 1, Outcome.REACHED));
        assertThat(minutes.absences()).containsExactly("Y left: tired");
        assertThat(delegates).extracting(Delegate::stayed).containsExactly(true, false);
        assertThat(delegates.get(1).heard()).containsExactly("welcome, y, Y", "build is carried");
    }

    @Test
    void theSessionTellsInWhichPhaseItIs() {
        List<String> told = new CopyOnWriteArrayList<>();
        SessionListener listener = new SessionListener() {
            @Override
            public void statusChanged(Session session, SessionStatus from, SessionStatus to) {}

            @Override
            public void phaseBegun(Session session, String phase) {
                told.add(phase + " begins");
            }

            @Override
            public void phaseCompleted(Session session, String phase) {
                told.add(phase + " is over");
            }
        };

        assemblies.hold(SessionOptions.defaults().listener(listener), delegates("yy-"), List.of());

        assertThat(told)
                .containsExactlyInAnyOrder(
                        "invitation begins", "invitation is over", "activity begins", "activity is over");
        assertThat(told).startsWith("invitation begins").endsWith("activity is over");
    }

    /** In every order, with some who think for too long: what the coordinator has written down is what those who were there know. */
    @SimulationTest
    void comesToAnEndInEveryOrder(Simulation simulation) {
        String opinions = simulation
                .random()
                .ints(simulation.random().nextInt(7), 0, 7)
                .mapToObj(i -> "ynaYNA-".substring(i, i + 1))
                .reduce("", String::concat);
        List<Delegate> delegates = delegates(opinions);
        simulation
                .delay(Duration.ofSeconds(10))
                .thought(Duration.ofSeconds(simulation.random().nextInt(40)));

        Minutes minutes = assemblies.hold(simulation.options(), delegates, List.of());

        assertThat(minutes.members().size()
                        - minutes.last().size()
                        + opinions.length()
                        - minutes.members().size())
                .isEqualTo(minutes.absences().size());
        assertThat(minutes.resolutions()).hasSize(minutes.members().size() < 2 ? 0 : 2);
        for (Resolution resolution : minutes.resolutions()) {
            assertThat(resolution.yes() > resolution.present() / 2).isEqualTo(resolution.isCarried());
        }
        assertWhoStayedHasHeard(minutes, delegates);
    }

    private static void assertWhoStayedHasHeard(Minutes minutes, List<Delegate> delegates) {
        List<String> decided = minutes.resolutions().stream()
                .map(each -> each.motion() + (each.isCarried() ? " is carried" : " is not carried"))
                .toList();
        List<Delegate> stayed = delegates.stream().filter(Delegate::stayed).toList();
        assertThat(stayed).hasSize(minutes.last().size());
        assertThat(stayed).allMatch(each -> each.heard().containsAll(decided));
    }

    /** Some come when the assembly is open: whoever is noticed votes from then on, and nobody waits for the others. */
    @SimulationTest
    void whoComesLaterVotesWithTheOthers(Simulation simulation) {
        List<Delegate> delegates = delegates("yn");
        List<Delegate> latecomers = delegates("yy");

        Minutes minutes =
                assemblies.hold(simulation.delay(Duration.ofSeconds(1)).options(), delegates, latecomers);

        assertThat(minutes.members()).containsExactly("y", "n");
        assertThat(minutes.resolutions().get(0).present()).isBetween(2, 4);
        for (Resolution resolution : minutes.resolutions()) {
            assertThat(resolution.yes() > resolution.present() / 2).isEqualTo(resolution.isCarried());
        }
        assertThat(latecomers)
                .allMatch(each -> each.stayed()
                        || each.heard().isEmpty()
                        || !minutes.absences().isEmpty());
    }

    /** Nobody waits longer for those who say nothing than the protocol and the coordinator's patience allow. */
    @SimulationTest
    void theSilentHoldUpNobody(Simulation simulation) {
        simulation.thought(Duration.ofDays(1));

        Minutes minutes = assemblies.hold(simulation.options(), delegates("yyyyyy"), List.of());

        assertThat(simulation.elapsed()).isLessThanOrEqualTo(Duration.ofSeconds(30 + 10 + 10));
        assertThat(minutes.absences()).hasSize(6 - minutes.last().size());
    }

    /** Two are out of reach from some time on: at the latest when the coordinator's patience is at an end, the vote is decided without them. */
    @SimulationTest
    void thoseOutOfReachHoldUpNoVote(Simulation simulation) {
        List<Delegate> delegates = delegates("yynnnn");
        Duration from = Duration.ofMillis(simulation.random().nextInt(3_000));
        for (int i = 0; i < 2; i++) {
            simulation.partition("Coordinator", "Participant[" + i + "]", from, from.plus(PATIENCE.multipliedBy(2)));
        }

        Minutes minutes =
                assemblies.hold(simulation.delay(Duration.ofMillis(500)).options(), delegates, List.of());

        assertThat(minutes.members()).hasSize(6);
        assertThat(minutes.resolutions()).hasSize(2);
        assertThat(minutes.resolutions()).noneMatch(Resolution::isCarried);
        assertWhoStayedHasHeard(minutes, delegates);
    }

    /** Without the coordinator there is no assembly. */
    @SimulationTest
    void aCrashOfTheCoordinatorEndsTheAssemblyForAll(Simulation simulation) {
        simulation.crash("Coordinator", simulation.random().nextInt(4));

        assertThatExceptionOfType(SimulatedCrashException.class)
                .isThrownBy(() -> assemblies.hold(simulation.options(), delegates("yny"), List.of()));
    }

    /** Whenever a participant crashes: it has left, and the others go on. */
    @SimulationTest
    void aParticipantThatCrashesHasLeft(Simulation simulation) {
        List<Delegate> delegates = delegates("yny");
        simulation.crash("Participant[1]", simulation.random().nextInt(12));

        Minutes minutes = assemblies.hold(simulation.options(), delegates, List.of());

        assertThat(minutes.resolutions()).hasSize(2);
        assertThat(delegates.get(1).stayed()).isFalse();
        assertThat(minutes.last()).isSubsetOf("y", "n").startsWith("y");
    }
}
