package dev.parley.samples.sessionpatterns.creation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.runtime.SessionOptions;
import dev.parley.testing.SimulatedCrashException;
import dev.parley.testing.Simulation;
import dev.parley.testing.SimulationTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeetingTest {

    private final Rooms rooms = new Rooms(List.of("red", "blue"));
    private final Calendar ada = new Calendar(9);
    private final Calendar bob = new Calendar(11);

    private Optional<String> meet(SessionOptions options, int hour) {
        return Meeting.create(options, hour, rooms, ada, bob);
    }

    @Test
    void takesPlaceIfAllCan() {
        assertThat(meet(SessionOptions.defaults(), 10)).contains("red");
        assertThat(rooms.taken(10)).isEqualTo(1);
        assertThat(ada.isBusy(10)).isTrue();
        assertThat(bob.isBusy(10)).isTrue();
    }

    @Test
    void leavesNothingBehindIfOneCannot() {
        for (int hour : new int[] {9, 11}) {
            assertThat(meet(SessionOptions.defaults(), hour)).isEmpty();
            assertThat(rooms.taken(hour)).isZero();
        }
        assertThat(ada.isBusy(11)).isFalse();
        assertThat(bob.isBusy(9)).isFalse();
    }

    @Test
    void doesNotTakePlaceWithoutARoom() {
        Rooms none = new Rooms(List.of());

        assertThat(Meeting.create(SessionOptions.defaults(), 10, none, ada, bob))
                .isEmpty();
        assertThat(ada.isBusy(10)).isFalse();
    }

    /** Ten pairs want one of two rooms at the same hour, all at once. */
    @Test
    void noRoomIsGivenAwayTwice() {
        List<CompletableFuture<Optional<String>>> meetings = IntStream.range(0, 10)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> Meeting.create(SessionOptions.defaults(), 10, rooms, new Calendar(), new Calendar())))
                .toList();

        assertThat(meetings.stream().map(CompletableFuture::join).flatMap(Optional::stream))
                .containsExactlyInAnyOrder("red", "blue");
        assertThat(rooms.taken(10)).isEqualTo(2);
    }

    @SimulationTest
    void takesPlaceInEveryOrder(Simulation simulation) {
        assertThat(meet(simulation.delay(Duration.ofMinutes(1)).options(), 10)).contains("red");
    }

    /** Whoever crashes before it is decided: the session is cancelled, and everything that was held for it is free again. */
    @SimulationTest
    void leavesNothingBehindWhereSomebodyCrashes(Simulation simulation) {
        List<String> roles = List.of("Coordinator", "First", "Registry", "Second");
        simulation.crash(
                roles.get(simulation.random().nextInt(4)), simulation.random().nextInt(2));

        assertThatExceptionOfType(SimulatedCrashException.class).isThrownBy(() -> meet(simulation.options(), 10));
        assertThat(rooms.taken(10)).isZero();
        assertThat(ada.isBusy(10)).isFalse();
        assertThat(bob.isBusy(10)).isFalse();
    }
}
