package dev.parley.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.testing.EveryCrash.Crash;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class EveryCrashTest {

    private static EveryCrash rehearsals(Rehearsal rehearsal) {
        return EveryCrash.of(rehearsal::play);
    }

    private static Consumer<Simulation> poll(RuntimeException atEnd) {
        return simulation -> PollSession.<RuntimeException>run(
                simulation.options(),
                ann -> ann.annVotes(1).receive(),
                bob -> {
                    var vote = bob.bobVotes(2);
                    try {
                        vote.receive();
                    } catch (dev.parley.runtime.SessionCancelledException e) {
                        throw atEnd;
                    }
                },
                chair -> chair.receive().receive().result(3));
    }

    /** Each votes and hears the result; the chair hears two votes, and tells two in one call. */
    @Test
    void eachRoleCrashesInPlaceOfEachOfItsActions() {
        List<Crash> crashes =
                rehearsals(Rehearsal.of(PollSession::open)).seeds(2).play();

        assertThat(crashes)
                .extracting(Crash::role)
                .contains("Ann", "Bob", "Chair")
                .filteredOn("Ann"::equals)
                .hasSize(2 * 2);
        assertThat(crashes).filteredOn(each -> each.role().equals("Chair")).hasSize(3 * 2);
        assertThat(crashes).noneMatch(Crash::survived);
    }

    @Test
    void theMembersOfAFamilyCrashEachForItself() {
        assertThat(rehearsals(Rehearsal.of(options -> KitchenSession.open(options, 2)))
                        .play())
                .extracting(Crash::role)
                .contains("Guest[0]", "Guest[1]", "Host", "Friend");
    }

    @Test
    void itIsToldWhichCrashesAreSurvived() {
        List<Crash> crashes =
                rehearsals(Rehearsal.of(JobsSession::open).steps(10)).actions(3).play();

        assertThat(crashes).extracting(Crash::action).containsOnly(0, 1, 2);
        assertThat(crashes).filteredOn(each -> each.role().equals("Worker")).allMatch(Crash::survived);
    }

    @Test
    void whatElseGoesWrongIsShown() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> EveryCrash.of(poll(new IllegalStateException("lost its head")))
                        .play())
                .withMessageContaining("lost its head")
                .withMessageContaining("@SimulationTest(seed = 0, runs = 1) with crash(\"Ann\", 0)")
                .withMessageContaining("Ann crashes");
    }

    @Test
    void thereIsOneCrashAtLeast() {
        EveryCrash crashes = rehearsals(Rehearsal.of(PollSession::open));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> crashes.seeds(0))
                .withMessage("count is 0; it must be 1 or more.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> crashes.actions(0))
                .withMessageContaining("atMost");
    }
}
