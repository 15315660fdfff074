package dev.parley.samples.sessionpatterns.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.SessionOptions;
import dev.parley.testing.Simulation;
import dev.parley.testing.SimulationTest;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AppointmentTest {

    private static LocalDateTime day(int day) {
        return LocalDateTime.of(2026, 3, day, 19, 0);
    }

    private static List<LocalDateTime> days(Integer... days) {
        return List.of(days).stream().map(AppointmentTest::day).toList();
    }

    private static Appointment.Outcome find(List<LocalDateTime> host, List<LocalDateTime> guest, int patience) {
        return Appointment.find(SessionOptions.defaults(), host, guest, patience);
    }

    private static void assertMeet(Appointment.Outcome outcome, int day) {
        assertThat(outcome).isEqualTo(new Appointment.Outcome(Optional.of(day(day)), Optional.of(day(day))));
    }

    private static void assertPart(Appointment.Outcome outcome) {
        assertThat(outcome).isEqualTo(new Appointment.Outcome(Optional.empty(), Optional.empty()));
    }

    @Test
    void theFirstProposalMaySuit() {
        assertMeet(find(days(2, 3), days(1, 2), 1), 2);
    }

    @Test
    void theGuestsSuggestionMaySuit() {
        assertMeet(find(days(2, 5), days(5, 6), 1), 5);
    }

    @Test
    void aLaterProposalMaySuit() {
        assertMeet(find(days(2, 3, 9), days(1, 3, 4), 2), 3);
    }

    @Test
    void theyPartWhereNothingSuits() {
        assertPart(find(days(1, 2), days(), 9));
        assertPart(find(days(1, 2), days(3, 4, 5), 9));
        assertPart(find(days(1, 2, 3), days(4), 9));
    }

    @Test
    void patienceRunsOut() {
        assertPart(find(days(2, 3, 9), days(1, 3, 4), 1));
    }

    /** They always know the same, and meet only when both can. */
    @SimulationTest
    void theyAgreeInEveryOrder(Simulation simulation) {
        Random random = simulation.random();
        List<LocalDateTime> all = new ArrayList<>(
                IntStream.rangeClosed(1, 12).mapToObj(AppointmentTest::day).toList());
        Collections.shuffle(all, random);
        List<LocalDateTime> host = List.copyOf(all.subList(0, 1 + random.nextInt(5)));
        Collections.shuffle(all, random);
        List<LocalDateTime> guest = List.copyOf(all.subList(0, random.nextInt(6)));

        Appointment.Outcome outcome =
                Appointment.find(simulation.delay(Duration.ofDays(1)).options(), host, guest, 3);

        assertThat(outcome.host()).isEqualTo(outcome.guest());
        outcome.host().ifPresent(when -> {
            assertThat(host).contains(when);
            assertThat(guest).contains(when);
        });
    }
}
