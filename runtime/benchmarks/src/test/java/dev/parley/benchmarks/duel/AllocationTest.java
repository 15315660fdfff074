package dev.parley.benchmarks.duel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/** A message through endpoints leaves no garbage behind, whoever plays them and however they wait. */
class AllocationTest {

    private static final int MESSAGES = 100_000;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** The threads of the common pool may be too few for two roles that wait for each other. */
    private static final Executor OWN_THREAD = task -> new Thread(task).start();

    @Test
    void onOneThread() {
        Contestant streaming = new Endpoints.StreamingAlone();
        streaming.follow(MESSAGES);

        assertThat(allocatedBy(() -> streaming.follow(MESSAGES))).isLessThan(MESSAGES);
    }

    @Test
    void inAStreamBetweenTwoThreads() {
        assertAllocatesNothing(new Endpoints.Streaming());
    }

    @Test
    void inCallsBetweenTwoThreads() {
        assertAllocatesNothing(new Endpoints.Calling());
    }

    /** Less than a byte for a message, as a thread's first wait may set something up. */
    private static void assertAllocatesNothing(Contestant contestant) {
        play(contestant);
        assertThat(play(contestant)).isLessThan(MESSAGES);
    }

    private static long play(Contestant contestant) {
        CompletableFuture<Long> following =
                CompletableFuture.supplyAsync(() -> allocatedBy(() -> contestant.follow(MESSAGES)), OWN_THREAD);
        long leading = allocatedBy(() -> contestant.lead(MESSAGES));
        return leading + following.join();
    }

    private static long allocatedBy(Runnable task) {
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        task.run();
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }
}
