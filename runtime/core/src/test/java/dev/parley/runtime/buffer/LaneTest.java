package dev.parley.runtime.buffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What lanes do while nobody has to wait. */
class LaneTest {

    static Stream<Ends> lanesOfFour() {
        return Stream.of(Ends.of(Ends.fifo(4, 3, 2)), Ends.local(Ends.fifo(4, 3, 2)));
    }

    static Stream<Ends> droppingLanes() {
        LaneSpec spec = Ends.fifo(WhenFull.DROP, 4, 4);
        return Stream.of(Ends.of(spec), Ends.local(spec));
    }

    static Stream<Ends> failingLanes() {
        LaneSpec spec = Ends.fifo(WhenFull.ERROR, 2, 2);
        return Stream.of(Ends.of(spec), Ends.local(spec));
    }

    static Stream<Ends> growingLanes() {
        return Stream.of(1, 2, 8)
                .map(capacity -> Ends.fifo(WhenFull.RESIZE, capacity, 64))
                .flatMap(spec -> Stream.of(Ends.of(spec), Ends.local(spec)));
    }

    static Stream<Ends> conflatingLanes() {
        return Stream.of(Ends.of(Ends.latest(2, 1)), Ends.local(Ends.latest(2, 1)));
    }

    static Stream<Ends> allLanes() {
        return Stream.of(lanesOfFour(), droppingLanes(), failingLanes(), growingLanes(), conflatingLanes())
                .flatMap(lanes -> lanes);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 1000})
    void keepsTheOrderOverManyLaps(int capacity) {
        Ends ends = Ends.of(Ends.fifo(capacity, 1, 0));

        for (int i = 0; i < 5000; i++) {
            ends.send(i);
            assertThat(ends.take()).isEqualTo(i);
        }
        assertThat(ends.in.poll()).isEqualTo(InLane.EMPTY);
    }

    @ParameterizedTest
    @MethodSource("lanesOfFour")
    void carriesAllWordsAndReferences(Ends ends) {
        for (int lap = 0; lap < 3; lap++) {
            for (int i = 0; i < 4; i++) {
                assertThat(ends.out.claim()).isTrue();
                ends.out.word(1, Long.MIN_VALUE + i);
                ends.out.word(2, -i);
                ends.out.reference(0, "zero" + i);
                ends.out.reference(1, i);
                ends.out.publish(Long.MAX_VALUE - i);
            }
            for (int i = 0; i < 4; i++) {
                assertThat(ends.in.poll()).isEqualTo(Long.MAX_VALUE - i);
                assertThat(ends.in.word(1)).isEqualTo(Long.MIN_VALUE + i);
                assertThat(ends.in.word(2)).isEqualTo(-i);
                assertThat(ends.in.reference(0)).isEqualTo("zero" + i);
                assertThat(ends.in.reference(1)).isEqualTo(i);
                ends.in.advance();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lanesOfFour")
    void forgetsTheReferencesOfConsumedMessages(Ends ends) {
        for (int i = 0; i < 4; i++) {
            ends.out.claim();
            ends.out.reference(0, "old");
            ends.out.reference(1, "old");
            ends.out.publish(Ends.header(i));
            ends.take();
        }
        for (int i = 0; i < 4; i++) {
            ends.send(i);
            ends.in.poll();
            assertThat(ends.in.reference(0)).isNull();
            assertThat(ends.in.reference(1)).isNull();
            ends.in.advance();
        }
    }

    @ParameterizedTest
    @MethodSource("allLanes")
    void looksAtAMessageAsOftenAsOneLikes(Ends ends) {
        ends.send(5);

        assertThat(ends.in.poll()).isEqualTo(Ends.header(5)).isEqualTo(ends.in.poll());
        assertThat(ends.lane.isEmpty()).isFalse();
        assertThat(ends.lane.waiting()).isEqualTo(1);
        ends.in.advance();
        assertThat(ends.in.poll()).isEqualTo(InLane.EMPTY);
        assertThat(ends.lane.isEmpty()).isTrue();
        assertThat(ends.lane.waiting()).isZero();
        assertThat(ends.lane.sent()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("allLanes")
    void closesBehindTheLastMessage(Ends ends) {
        ends.send(1);
        ends.out.close();
        ends.out.close();

        assertThat(ends.lane.isClosed()).isTrue();
        assertThat(ends.take()).isEqualTo(1);
        assertThat(ends.in.poll()).isEqualTo(InLane.CLOSED);
    }

    @ParameterizedTest
    @MethodSource("allLanes")
    void closesBeforeAnyMessage(Ends ends) {
        assertThat(ends.in.poll()).isEqualTo(InLane.EMPTY);
        ends.out.close();

        assertThat(ends.in.poll()).isEqualTo(InLane.CLOSED);
    }

    @Test
    void closesWhenFullWithoutWaiting() {
        Ends ends = Ends.of(Ends.fifo(2, 1, 0));
        ends.send(1);
        ends.send(2);
        ends.out.close();

        assertThat(ends.drain()).containsExactly(1, 2);
        assertThat(ends.in.poll()).isEqualTo(InLane.CLOSED);
    }

    @ParameterizedTest
    @MethodSource("allLanes")
    void letsNothingPassWhenStopped(Ends ends) {
        ends.send(1);
        ends.gate.stop();

        assertThatExceptionOfType(TestGate.Stopped.class).isThrownBy(() -> ends.send(2));
        assertThatExceptionOfType(TestGate.Stopped.class).isThrownBy(ends.in::poll);
    }

    @ParameterizedTest
    @MethodSource("allLanes")
    void tellsWhenItIsDrained(Ends ends) {
        ends.send(1);
        ends.gate.drain();

        assertThatExceptionOfType(TestGate.Stopped.class).isThrownBy(() -> ends.send(2));
        assertThat(ends.in.poll()).isEqualTo(Ends.header(1));
        int before = ends.gate.drained.get();
        ends.in.advance();
        assertThat(ends.gate.drained).hasValue(before + 1);
        assertThat(ends.in.poll()).isEqualTo(InLane.EMPTY);
        assertThat(ends.gate.drained).hasValue(before + 2);
    }

    @ParameterizedTest
    @MethodSource("droppingLanes")
    void dropsAndCountsWhatFindsItFull(Ends ends) {
        IntStream.range(0, 10).forEach(ends::send);

        assertThat(ends.lane.dropped()).isEqualTo(6);
        assertThat(ends.lane.sent()).isEqualTo(4);
        assertThat(ends.drain()).containsExactly(0, 1, 2, 3);
    }

    @ParameterizedTest
    @MethodSource("droppingLanes")
    void dropsNothingWhileThereIsRoom(Ends ends) {
        IntStream.range(0, 4).forEach(ends::send);
        for (int i = 4; i < 100; i++) {
            ends.take();
            ends.send(i);
        }

        assertThat(ends.lane.dropped()).isZero();
    }

    @ParameterizedTest
    @MethodSource("failingLanes")
    void failsWhenFull(Ends ends) {
        ends.send(1);
        ends.send(2);

        assertThatExceptionOfType(TestGate.Full.class)
                .isThrownBy(() -> ends.send(3))
                .withMessage("7/2");
        ends.take();
        ends.send(4);
        assertThat(ends.drain()).containsExactly(2, 4);
    }

    @Test
    void doesNotWaitWithinOneThread() {
        Ends ends = Ends.local(Ends.fifo(2, 1, 0));
        ends.send(1);
        ends.send(2);

        assertThatExceptionOfType(TestGate.Full.class).isThrownBy(() -> ends.send(3));
        assertThat(ends.drain()).containsExactly(1, 2);
    }

    @ParameterizedTest
    @MethodSource("growingLanes")
    void growsInOrder(Ends ends) {
        IntStream.range(0, 64).forEach(ends::send);

        assertThat(ends.drain())
                .containsExactlyElementsOf(IntStream.range(0, 64).boxed().toList());
    }

    @ParameterizedTest
    @MethodSource("growingLanes")
    void growsWhileItIsReadFrom(Ends ends) {
        int sent = 0;
        int taken = 0;
        for (int round = 1; round <= 64; round++) {
            while (sent - taken < round) {
                ends.send(sent++);
            }
            for (int i = 0; i < round; i += 2) {
                assertThat(ends.take()).isEqualTo(taken++);
            }
        }
        assertThat(ends.drain())
                .containsExactlyElementsOf(IntStream.range(taken, sent).boxed().toList());
        assertThat(ends.lane.dropped()).isZero();
    }

    @ParameterizedTest
    @MethodSource("conflatingLanes")
    void keepsTheLatestMessageOnly(Ends ends) {
        for (int i = 0; i < 100; i++) {
            ends.out.claim();
            ends.out.word(1, i);
            ends.out.reference(0, "value " + i);
            ends.out.publish(Ends.header(i));
        }

        assertThat(ends.in.poll()).isEqualTo(Ends.header(99));
        assertThat(ends.in.word(1)).isEqualTo(99);
        assertThat(ends.in.reference(0)).isEqualTo("value 99");
        ends.in.advance();
        assertThat(ends.in.poll()).isEqualTo(InLane.EMPTY);
        assertThat(ends.lane.dropped()).isEqualTo(99);
    }

    @ParameterizedTest
    @MethodSource("conflatingLanes")
    void seesAnEqualMessageAgain(Ends ends) {
        ends.send(5);
        assertThat(ends.take()).isEqualTo(5);
        ends.send(5);

        assertThat(ends.take()).isEqualTo(5);
        assertThat(ends.lane.dropped()).isZero();
    }

    @Test
    void roundsCapacitiesUp() {
        LaneSpec spec = Ends.fifo(WhenFull.RESIZE, 5, 1000);

        assertThat(spec.capacity()).isEqualTo(8);
        assertThat(spec.maxCapacity()).isEqualTo(1024);
        assertThat(Ends.fifo(1, 1, 0).capacity()).isEqualTo(1);
    }

    @Test
    void refusesShapesThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ends.fifo(0, 1, 0))
                .withMessage("The capacity is 0; it must be 1 to 16777216.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ends.fifo(WhenFull.RESIZE, 4, 3))
                .withMessageContaining("it must be the capacity, 4, to 16777216");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ends.fifo(4, 0, 0))
                .withMessageContaining("A message has 0 words");
    }
}
