package dev.parley.samples.protocols.circuitbreaker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.SessionOptions;
import dev.parley.testing.Simulation;
import dev.parley.testing.SimulationTest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CallingTest {

    private static final Duration REST = Duration.ofSeconds(10);

    private final AtomicLong clock = new AtomicLong();
    private final Breaker breaker = new Breaker(2, REST, clock::get);
    private final AtomicInteger reached = new AtomicInteger();
    private volatile boolean down;

    private String answer(String request) {
        reached.incrementAndGet();
        if (down) {
            throw new IllegalStateException("down");
        }
        return "echo of " + request;
    }

    private List<String> call(int times) {
        return Calling.call(SessionOptions.defaults(), Collections.nCopies(times, "x"), breaker, this::answer);
    }

    @Test
    void passesOnWhatWorks() {
        assertThat(call(3)).containsExactly("echo of x", "echo of x", "echo of x");
    }

    @Test
    void turnsCallsAwayAfterTooManyHaveFailed() {
        down = true;
        assertThat(call(4)).containsExactly("failed: down", "failed: down", "turned away", "turned away");
        assertThat(reached).hasValue(2);
    }

    @Test
    void aSuccessInBetweenStartsTheCountAgain() {
        down = true;
        assertThat(call(1)).containsExactly("failed: down");
        down = false;
        assertThat(call(1)).containsExactly("echo of x");
        down = true;
        assertThat(call(3)).containsExactly("failed: down", "failed: down", "turned away");
    }

    @Test
    void triesAgainAfterARest() {
        down = true;
        assertThat(call(3)).containsExactly("failed: down", "failed: down", "turned away");
        clock.addAndGet(REST.toNanos() - 1);
        assertThat(call(1)).containsExactly("turned away");
        clock.addAndGet(1);
        assertThat(call(2)).as("one call to try").containsExactly("failed: down", "turned away");
        clock.addAndGet(REST.toNanos());
        down = false;
        assertThat(call(2)).as("closed again").containsExactly("echo of x", "echo of x");
    }

    /** However long messages take and whenever it fails: between a second failure and the next call lies a rest. */
    @SimulationTest
    void leavesAFailingServiceAlone(Simulation simulation) {
        simulation.delay(Duration.ofSeconds(3));
        Random random = simulation.random();
        Breaker simulated = new Breaker(2, REST, () -> simulation.elapsed().toNanos());
        long[] failures = {0, 0};

        List<String> answers = Calling.call(simulation.options(), Collections.nCopies(20, "x"), simulated, request -> {
            long now = simulation.elapsed().toNanos();
            if (failures[0] >= 2) {
                assertThat(now - failures[1]).isGreaterThanOrEqualTo(REST.toNanos());
            }
            failures[0] = random.nextBoolean() ? failures[0] + 1 : 0;
            failures[1] = now;
            if (failures[0] > 0) {
                throw new IllegalStateException("down");
            }
            return "up";
        });

        assertThat(answers).hasSize(20);
    }

    /** The service thinks for so long that it is sometimes too late: that is a failure like any other, and nobody waits longer. */
    @SimulationTest
    void aServiceThatHangsIsTurnedOffToo(Simulation simulation) {
        simulation.thought(Duration.ofSeconds(1));
        Breaker simulated = new Breaker(1, REST, () -> simulation.elapsed().toNanos());

        List<String> answers =
                Calling.call(simulation.options(), Collections.nCopies(20, "x"), simulated, request -> "echo");

        assertThat(answers).isSubsetOf("echo", "failed: no answer in time", "turned away");
        int hung = answers.indexOf("failed: no answer in time");
        assertThat(answers.subList(hung + 1, 20))
                .as("no time passes while the circuit is open")
                .containsOnly("turned away");
        assertThat(simulation.elapsed()).isLessThanOrEqualTo(Duration.ofSeconds(10));
    }
}
