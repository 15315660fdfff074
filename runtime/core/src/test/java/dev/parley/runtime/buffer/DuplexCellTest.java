package dev.parley.runtime.buffer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DuplexCellTest {

    private final TestGate gate = new TestGate();
    private DuplexCell cell = cell(WaitStrategy.SPIN_PARK);
    private Waiter client = new Waiter(gate, WaitStrategy.SPIN_PARK);
    private Waiter server = new Waiter(gate, WaitStrategy.SPIN_PARK);

    private DuplexCell cell(WaitStrategy strategy) {
        client = new Waiter(gate, strategy);
        server = new Waiter(gate, strategy);
        return new DuplexCell(Ends.fifo(1, 2, 1), Ends.fifo(1, 3, 0), gate, client, server);
    }

    @Test
    void carriesMessagesToAndFro() {
        for (int i = 0; i < 10; i++) {
            cell.there().out().claim();
            cell.there().out().word(1, i);
            cell.there().out().reference(0, "request " + i);
            cell.there().out().publish(Ends.header(i));
            assertThat(cell.back().in().poll()).isEqualTo(InLane.EMPTY);
            assertThat(cell.there().isEmpty()).isFalse();

            assertThat(cell.there().in().poll()).isEqualTo(Ends.header(i));
            assertThat(cell.there().in().word(1)).isEqualTo(i);
            assertThat(cell.there().in().reference(0)).isEqualTo("request " + i);
            cell.there().in().advance();
            assertThat(cell.there().in().poll()).isEqualTo(InLane.EMPTY);
            assertThat(cell.there().isEmpty()).isTrue();

            cell.back().out().claim();
            cell.back().out().word(2, -i);
            cell.back().out().publish(Ends.header(-i));
            assertThat(cell.there().in().poll()).isEqualTo(InLane.EMPTY);

            assertThat(cell.back().in().poll()).isEqualTo(Ends.header(-i));
            assertThat(cell.back().in().word(2)).isEqualTo(-i);
            cell.back().in().advance();
            assertThat(cell.back().in().reference(0)).isNull();
        }
        assertThat(cell.there().sent()).isEqualTo(10);
        assertThat(cell.back().sent()).isEqualTo(10);
    }

    @Test
    void carriesMessagesInOneDirectionTwiceInARow() {
        for (int i = 0; i < 10; i++) {
            for (int k = 0; k < 2; k++) {
                cell.there().out().send(Ends.header(k));
                assertThat(cell.there().in().poll()).isEqualTo(Ends.header(k));
                cell.there().in().advance();
            }
            cell.back().out().send(Ends.header(i));
            assertThat(cell.back().in().poll()).isEqualTo(Ends.header(i));
            cell.back().in().advance();
        }
    }

    @Test
    void closesEachDirectionBehindItsLastMessage() {
        cell.there().out().send(Ends.header(1));
        cell.there().out().close();

        assertThat(cell.there().isClosed()).isTrue();
        assertThat(cell.back().isClosed()).isFalse();
        assertThat(cell.there().in().poll()).isEqualTo(Ends.header(1));
        cell.there().in().advance();
        assertThat(cell.there().in().poll()).isEqualTo(InLane.CLOSED);
        assertThat(cell.back().in().poll()).isEqualTo(InLane.EMPTY);
    }

    @Test
    void letsNothingPassWhenStopped() {
        cell.there().out().send(Ends.header(1));
        gate.stop();

        assertThatExceptionOfType(TestGate.Stopped.class)
                .isThrownBy(() -> cell.back().out().send(Ends.header(1)));
        assertThatExceptionOfType(TestGate.Stopped.class)
                .isThrownBy(() -> cell.there().in().poll());
    }

    @ParameterizedTest
    @EnumSource(WaitStrategy.class)
    @Timeout(60)
    void carriesRequestsAndRepliesBetweenThreads(WaitStrategy strategy) throws Exception {
        cell = cell(strategy);
        int requests = 20_000;
        Thread serving = new Thread(() -> {
            for (int i = 0; i < requests; i++) {
                long request = await(cell.there().in(), server);
                long word = cell.there().in().word(1);
                cell.there().in().advance();
                cell.back().out().claim();
                cell.back().out().word(2, word + 1);
                cell.back().out().publish(request);
            }
        });
        serving.start();

        for (int i = 0; i < requests; i++) {
            cell.there().out().claim();
            cell.there().out().word(1, i);
            cell.there().out().publish(Ends.header(i));
            assertThat(await(cell.back().in(), client)).isEqualTo(Ends.header(i));
            assertThat(cell.back().in().word(2)).isEqualTo(i + 1);
            cell.back().in().advance();
        }
        serving.join();
    }

    private static long await(InLane lane, Waiter waiter) {
        long header = lane.poll();
        while (header == InLane.EMPTY) {
            waiter.pause();
            header = lane.poll();
        }
        waiter.resume();
        return header;
    }
}
