package dev.parley.samples.multipartysession;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testing.EveryCrash;
import dev.parley.testing.EveryCrash.Crash;
import dev.parley.testing.Rehearsal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whoever crashes, and whenever: nobody is left waiting, and without a participant the others go on. */
class EveryCrashEndsTest {

    @Test
    void ofTheProtocol() {
        Rehearsal rehearsal = Rehearsal.of(options -> AssemblySession.open(options, 3))
                .payload(Set.class, random -> Set.of())
                .payload(Ballot.class, random -> random.nextBoolean() ? Ballot.YES : Ballot.NO)
                .steps(20);

        assertOthersGoOn(EveryCrash.of(rehearsal::play).actions(30).play(), 3);
    }

    @Test
    void ofThePrograms() {
        Assemblies assemblies = new Assemblies(Duration.ofMinutes(1), List.of("build", "paint"));

        List<Crash> crashes = EveryCrash.of(simulation -> assemblies.hold(
                        simulation
                                .delay(Duration.ofSeconds(1))
                                .thought(Duration.ofSeconds(20))
                                .options(),
                        List.of(
                                new Delegate("Ann", true, 9, motion -> Ballot.YES),
                                new Delegate("Bob", true, 1, motion -> Ballot.NO),
                                new Delegate("Cem", true, 9, motion -> Ballot.YES),
                                new Delegate("Dag", false, 0, motion -> Ballot.ABSTAIN)),
                        List.of(new Delegate("Eva", true, 9, motion -> Ballot.NO))))
                .play();

        assertOthersGoOn(crashes, 4);
    }

    private static void assertOthersGoOn(List<Crash> crashes, int participants) {
        assertThat(crashes).extracting(Crash::role).contains("Coordinator");
        for (int i = 0; i < participants; i++) {
            String participant = "Participant[" + i + "]";
            assertThat(crashes)
                    .filteredOn(crash -> crash.role().equals(participant))
                    .isNotEmpty()
                    .allMatch(Crash::survived);
        }
    }
}
