package dev.parley.benchmarks.duel;

import java.util.concurrent.atomic.AtomicInteger;

/** Lets contestants run bursts on two threads: the caller's and one that is always ready. */
final class Arena implements AutoCloseable {

    private final AtomicInteger round = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final Thread follower;
    private volatile Contestant contestant;
    private volatile int messages;
    private volatile long sum;

    Arena(Contestant first) {
        contestant = first;
        follower = new Thread(this::follow, "follower");
        follower.setDaemon(true);
        follower.start();
    }

    /**
     * Runs a burst.
     *
     * @return how long it took, in nanoseconds
     */
    long burst(Contestant next, int burstMessages) {
        contestant = next;
        messages = burstMessages;
        int current = round.incrementAndGet();
        long start = System.nanoTime();
        next.lead(burstMessages);
        while (done.get() != current) {
            Thread.onSpinWait();
        }
        long nanos = System.nanoTime() - start;
        long expected = (long) burstMessages * (burstMessages - 1) / 2;
        if (sum != expected) {
            throw new AssertionError(next + " carried " + sum + ", not " + expected);
        }
        return nanos;
    }

    private void follow() {
        int last = 0;
        while (!Thread.currentThread().isInterrupted()) {
            if (round.get() == last) {
                Thread.onSpinWait();
                continue;
            }
            last = round.get();
            sum = contestant.follow(messages);
            done.set(last);
        }
    }

    @Override
    public void close() {
        follower.interrupt();
    }
}
