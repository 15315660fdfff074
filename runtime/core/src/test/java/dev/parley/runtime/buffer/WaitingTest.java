package dev.parley.runtime.buffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.runtime.Async;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What lanes do between two threads that wait for each other. */
@Timeout(120)
class WaitingTest {

    static Stream<Arguments> streams() {
        return Stream.of(WaitStrategy.values())
                .flatMap(strategy -> Stream.of(
                                Ends.fifo(1, 1, 0),
                                Ends.fifo(4, 2, 1),
                                Ends.fifo(1024, 3, 0),
                                Ends.fifo(WhenFull.RESIZE, 2, 16),
                                Ends.fifo(WhenFull.RESIZE, 1, 1024))
                        .map(spec -> Arguments.of(spec, strategy)));
    }

    @ParameterizedTest
    @MethodSource("streams")
    void keepsEveryMessageInOrder(LaneSpec spec, WaitStrategy strategy) {
        Ends ends = Ends.of(spec, strategy);
        int messages = 20_000;
        CompletableFuture<Void> sending = Async.run(() -> {
            for (int i = 0; i < messages; i++) {
                ends.out.claim();
                for (int word = 1; word < spec.stride(); word++) {
                    ends.out.word(word, (long) i * word);
                }
                for (int slot = 0; slot < spec.references(); slot++) {
                    ends.out.reference(slot, i);
                }
                ends.out.publish(Ends.header(i));
            }
            ends.out.close();
        });

        for (int i = 0; i < messages; i++) {
            assertThat(ends.await()).isEqualTo(Ends.header(i));
            for (int word = 1; word < spec.stride(); word++) {
                assertThat(ends.in.word(word)).isEqualTo((long) i * word);
            }
            for (int slot = 0; slot < spec.references(); slot++) {
                assertThat(ends.in.reference(slot)).isEqualTo(i);
            }
            ends.in.advance();
        }
        assertThat(ends.await()).isEqualTo(InLane.CLOSED);
        sending.join();
    }

    @ParameterizedTest
    @EnumSource(WaitStrategy.class)
    void seesTheLatestMessageWholeAndInTheEnd(WaitStrategy strategy) {
        Ends ends = Ends.of(Ends.latest(4, 1), strategy);
        int messages = 200_000;
        CompletableFuture<Void> sending = Async.run(() -> {
            for (int i = 1; i <= messages; i++) {
                ends.out.claim();
                ends.out.word(1, i);
                ends.out.word(2, i);
                ends.out.word(3, i);
                ends.out.reference(0, i);
                ends.out.publish(Ends.header(i));
            }
        });

        int seen = 0;
        while (seen < messages) {
            int value = (int) ends.await();
            assertThat(value).isGreaterThan(seen);
            assertThat(ends.in.word(1)).isEqualTo(value);
            assertThat(ends.in.word(2)).isEqualTo(value);
            assertThat(ends.in.word(3)).isEqualTo(value);
            assertThat(ends.in.reference(0)).isEqualTo(value);
            ends.in.advance();
            seen = value;
        }
        sending.join();
    }

    @ParameterizedTest
    @EnumSource(
            value = WhenFull.class,
            names = {"BLOCK", "RESIZE"})
    void makesTheSenderWaitForRoom(WhenFull whenFull) {
        int room = whenFull == WhenFull.RESIZE ? 4 : 2;
        Ends ends = Ends.of(Ends.fifo(whenFull, 2, room));
        IntStream.range(0, room).forEach(ends::send);
        CompletableFuture<Void> sending = Async.run(() -> ends.send(room));

        assertThat(ends.lane.sent()).isEqualTo(room);
        for (int i = 0; i <= room; i++) {
            assertThat((int) ends.await()).isEqualTo(i);
            assertThat(ends.lane.sent()).isLessThanOrEqualTo(i + room);
            ends.in.advance();
        }
        sending.join();
    }

    /** The receiver keeps its progress to itself for a quarter of the capacity, but not while it waits elsewhere. */
    @Test
    void letsTheSenderHaveAllRoomWhenTheReceiverWaitsForSomethingElse() {
        Ends ends = Ends.of(Ends.fifo(1024, 1, 0));
        IntStream.range(0, 1024).forEach(ends::send);
        ends.take();
        CompletableFuture<Void> sending = Async.run(() -> ends.send(1024));

        while (!sending.isDone()) {
            ends.receiver.pause();
        }

        sending.join();
        assertThat(ends.lane.sent()).isEqualTo(1025);
    }

    @ParameterizedTest
    @EnumSource(WaitStrategy.class)
    void wakesASenderThatWaitsWhenTrafficStops(WaitStrategy strategy) {
        Ends ends = Ends.of(Ends.fifo(1, 1, 0), strategy);
        ends.send(1);
        CompletableFuture<Void> sending = Async.run(() -> ends.send(2));
        ends.gate.stop();
        ends.sender.wake();

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(sending::join)
                .withCauseInstanceOf(TestGate.Stopped.class);
    }

    @ParameterizedTest
    @EnumSource(WaitStrategy.class)
    void wakesAReceiverThatWaitsWhenTrafficStops(WaitStrategy strategy) {
        Ends ends = Ends.of(Ends.fifo(1, 1, 0), strategy);
        CompletableFuture<Long> receiving = Async.supply(ends::await);
        ends.gate.stop();
        ends.receiver.wake();

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(receiving::join)
                .withCauseInstanceOf(TestGate.Stopped.class);
    }

    @ParameterizedTest
    @EnumSource(WaitStrategy.class)
    void looksOnceMoreForWhatCameBeforeTrafficStopped(WaitStrategy strategy) {
        TestGate gate = new TestGate();
        Waiter waiter = new Waiter(gate, strategy);
        gate.drain(); // after the last look, as far as the receiver knows

        waiter.pause();
        assertThatExceptionOfType(TestGate.Stopped.class).isThrownBy(waiter::pause);
    }

    @ParameterizedTest
    @EnumSource(WaitStrategy.class)
    void givesUpAtTheDeadline(WaitStrategy strategy) {
        Waiter waiter = new Waiter(new TestGate(), strategy);
        long deadline = System.nanoTime() + 5_000_000;

        boolean waiting = true;
        while (waiting) {
            waiting = waiter.pause(deadline);
        }

        assertThat(System.nanoTime()).isGreaterThanOrEqualTo(deadline);
    }

    @ParameterizedTest
    @EnumSource(WaitStrategy.class)
    void stopsTheSessionWhenItsThreadIsInterrupted(WaitStrategy strategy) {
        Ends ends = Ends.of(Ends.fifo(1, 1, 0), strategy);
        CompletableFuture<Boolean> waiting = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                ends.await();
            } catch (TestGate.Stopped e) {
                waiting.complete(Thread.currentThread().isInterrupted());
            }
        });
        thread.start();
        thread.interrupt();

        assertThat(waiting.join()).as("the thread still knows of the interrupt").isTrue();
    }
}
