package dev.parley.sessions.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualTimeTest {

    private final VirtualTime time = new VirtualTime(Instant.EPOCH);
    private final List<String> done = new ArrayList<>();

    private Time.Timer after(int seconds, String what) {
        return time.after(
                Duration.ofSeconds(seconds),
                () -> done.add(what + "@" + time.instant().getEpochSecond()));
    }

    @Test
    void whatIsDueIsDoneInOrderAtItsTime() {
        after(3, "c");
        after(1, "a");
        after(1, "b");
        Time.Timer cancelled = after(2, "x");
        time.after(Duration.ofSeconds(2), () -> after(0, "now"));
        cancelled.cancel();

        time.advance(Duration.ofSeconds(2));

        assertThat(done).containsExactly("a@1", "b@1", "now@2");
        assertThat(time.instant()).isEqualTo(Instant.ofEpochSecond(2));
        assertThat(time.waiting()).isEqualTo(1);
        time.close();
        time.advance(Duration.ofSeconds(9));
        assertThat(done).hasSize(3);
    }

    @Test
    void whatIsPeriodicGoesOnUntilItIsCancelled() {
        Periodic periodic = Periodic.start(
                time,
                Duration.ofSeconds(10),
                Runnable::run,
                () -> done.add("p" + time.instant().getEpochSecond()));
        time.advance(Duration.ofSeconds(35));
        periodic.cancel();
        time.advance(Duration.ofSeconds(35));

        assertThat(done).containsExactly("p10", "p20", "p30");
        assertThat(time.waiting()).isZero();
    }
}
