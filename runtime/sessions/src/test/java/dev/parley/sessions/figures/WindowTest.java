package dev.parley.sessions.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WindowTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private static Tally messages(long number) {
        return new Tally(new Count(number, 0, Duration.ofMillis(number)), Count.NONE, Duration.ZERO);
    }

    @Test
    void showsWhatWasDoneBetweenOneAndTwoTurnsAgo() {
        Window window = Window.from(NOON, Tally.NONE)
                .turn(NOON.plusSeconds(10), messages(100))
                .turn(NOON.plusSeconds(20), messages(100));

        Performance performance = window.until(NOON.plusSeconds(25), messages(130));

        assertThat(performance.messagesProcessed()).isEqualTo(130);
        assertThat(performance.recent()).isEqualTo(messages(30));
        assertThat(performance.window()).isEqualTo(Duration.ofSeconds(15));
        assertThat(performance.throughput()).hasValue(2);
        assertThat(performance.averageResponseTime()).contains(Duration.ofMillis(1));
    }

    @Test
    void aWindowThatHasJustBegunHasNoThroughput() {
        assertThat(Window.from(NOON, messages(3)).until(NOON, messages(3)).throughput())
                .isEmpty();
        assertThat(Performance.NONE.throughput()).isEmpty();
        assertThat(Performance.NONE.errorRate()).isEmpty();
        assertThat(Performance.NONE.averageResponseTime()).isEmpty();
    }

    @Test
    void aRestingSessionKeepsOneTallyOnly() {
        Window window = Window.from(NOON, messages(3)).turn(NOON.plusSeconds(1), messages(3));

        assertThat(window.newer().tally()).isSameAs(window.older().tally());
    }
}
