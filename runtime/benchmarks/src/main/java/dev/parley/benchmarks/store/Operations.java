package dev.parley.benchmarks.store;

/** What is measured, each once for a number. */
interface Operations extends AutoCloseable {

    /** Keeps a new session. */
    void create(int number);

    /** Keeps what has become of a session. */
    void update(int number);

    /**
     * Reads a session.
     *
     * @return how many there are, which is 1
     */
    int get(int number);

    /**
     * Reads the first page of the sessions that have something in common.
     *
     * @return how many there are
     */
    int find(int number);

    @Override
    void close();
}
