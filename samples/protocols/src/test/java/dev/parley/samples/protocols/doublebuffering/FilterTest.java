package dev.parley.samples.protocols.doublebuffering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.SessionOptions;
import dev.parley.testing.Simulation;
import dev.parley.testing.SimulationTest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {

    private final Set<double[]> buffers = Collections.newSetFromMap(new IdentityHashMap<>());
    private final AtomicInteger next = new AtomicInteger();

    /** The signal counts up, and the filter doubles it. */
    private Filter doubling(int frames) {
        return new Filter(
                frames,
                3,
                buffer -> {
                    buffers.add(buffer);
                    Arrays.setAll(buffer, i -> next.getAndIncrement());
                },
                frame -> Arrays.stream(frame).map(value -> 2 * value).toArray());
    }

    private static void assertDoubled(List<double[]> results, int frames) {
        assertThat(results.stream().flatMapToDouble(Arrays::stream).toArray())
                .containsExactly(
                        IntStream.range(0, 3 * frames).mapToDouble(i -> 2 * i).toArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 1_000})
    void oneBufferIsUsedForAll(int frames) {
        assertDoubled(doubling(frames).withOneBuffer(SessionOptions.defaults()), frames);
        assertThat(buffers).hasSize(Math.min(frames, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 1_000})
    void twoBuffersTakeTurns(int frames) {
        assertDoubled(doubling(frames).withTwoBuffers(SessionOptions.defaults()), frames);
        assertThat(buffers).hasSize(Math.min(frames, 2));
    }

    /** The kernel works on the first frame until the source has filled the second: with one buffer it never would. */
    @Test
    void withTwoBuffersOneIsFilledWhileTheOtherIsWorkedOn() {
        CountDownLatch filled = new CountDownLatch(2);
        Filter filter = new Filter(2, 1, buffer -> filled.countDown(), frame -> {
            try {
                assertThat(filled.await(1, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return frame.clone();
        });

        assertThat(filter.withTwoBuffers(SessionOptions.defaults())).hasSize(2);
    }

    @Test
    void averagesTheLastSamples() {
        assertThat(Filter.smooth(new double[] {3, 5, 10, 0}, 2)).containsExactly(3, 4, 7.5, 5);
    }

    @SimulationTest
    void bothGiveTheSameResultsInEveryOrder(Simulation simulation) {
        simulation.delay(Duration.ofMillis(10));

        Filter filter = doubling(4);

        assertDoubled(
                simulation.random().nextBoolean()
                        ? filter.withOneBuffer(simulation.options())
                        : filter.withTwoBuffers(simulation.options()),
                4);
    }
}
