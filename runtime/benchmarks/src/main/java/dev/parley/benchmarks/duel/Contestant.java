package dev.parley.benchmarks.duel;

/**
 * One way to carry messages between two threads. Each is a class of its own with loops of its own, so that the compiler sees one type
 * at each call.
 */
interface Contestant {

    /**
     * Does one thread's part of a burst.
     *
     * @param messages how many
     */
    void lead(int messages);

    /**
     * Does the other thread's part; done when the burst is.
     *
     * @param messages how many
     * @return the sum of the payloads
     */
    long follow(int messages);
}
