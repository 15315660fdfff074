package dev.parley.benchmarks.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;

/**
 * Two that do the same take turns, ours, theirs, theirs, ours, in bursts: a drift of the machine hits both alike.
 *
 * @param bursts how many bursts each takes a turn of, in pairs
 * @param size how often each does it in a burst
 */
record Race(int bursts, int size) {

    /**
     * What came of it.
     *
     * @param name what was done
     * @param ours what we took each time, burst by burst, in nanoseconds
     * @param theirs what they took
     */
    record Result(String name, List<Double> ours, List<Double> theirs) {

        /**
         * Returns the line of a table: the medians in microseconds, their ratio, and that of the first quartiles. On a machine that does something
         * else besides, bursts that were interrupted are beyond both.
         */
        String line() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %.2f | %.2f |",
                    name,
                    quartile(2, ours) / 1_000,
                    quartile(2, theirs) / 1_000,
                    quartile(2, ours) / quartile(2, theirs),
                    quartile(1, ours) / quartile(1, theirs));
        }

        private static double quartile(int number, List<Double> values) {
            return values.stream().sorted().toList().get(values.size() * number / 4);
        }
    }

    /** Runs it; before what is measured, half as many bursts for warming up. */
    Result run(String name, IntConsumer ours, IntConsumer theirs) {
        int warm = bursts / 2;
        List<Double> oursTook = new ArrayList<>();
        List<Double> theirsTook = new ArrayList<>();
        int next = 0;
        for (int i = -warm; i < bursts; i++) {
            long first = burst(ours, next);
            long second = burst(theirs, next + size);
            long third = burst(theirs, next + 2 * size);
            long fourth = burst(ours, next + 3 * size);
            next += 4 * size;
            if (i >= 0) {
                oursTook.add(first / (double) size);
                oursTook.add(fourth / (double) size);
                theirsTook.add(second / (double) size);
                theirsTook.add(third / (double) size);
            }
        }
        return new Result(name, oursTook, theirsTook);
    }

    private long burst(IntConsumer step, int from) {
        long start = System.nanoTime();
        for (int i = from; i < from + size; i++) {
            step.accept(i);
        }
        return System.nanoTime() - start;
    }
}
