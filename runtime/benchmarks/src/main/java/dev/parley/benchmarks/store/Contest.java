package dev.parley.benchmarks.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.ObjIntConsumer;

/**
 * A store and plain JDBC over the same tables. They take turns, ours, theirs, theirs, ours, in bursts: a drift of the machine hits both alike.
 * For one thread.
 */
final class Contest implements Closeable {

    private static final int BURST = 10;

    private final Operations ours;
    private final Operations theirs;
    private final Closeable server;
    private int next;

    /**
     * Lets two meet.
     *
     * @param ours the store
     * @param theirs the same by hand
     * @param server what both use, to be closed after them
     */
    Contest(Operations ours, Operations theirs, Closeable server) {
        this.ours = ours;
        this.theirs = theirs;
        this.server = server;
    }

    /** Lets each do something twice in bursts, for other numbers each time. */
    void round(Score score, ObjIntConsumer<Operations> operation) {
        score.ours += burst(ours, operation);
        score.theirs += burst(theirs, operation);
        score.theirs += burst(theirs, operation);
        score.ours += burst(ours, operation);
        score.operations += 2L * BURST;
    }

    private long burst(Operations contestant, ObjIntConsumer<Operations> operation) {
        int end = next + BURST;
        long start = System.nanoTime();
        for (; next < end; next++) {
            operation.accept(contestant, next);
        }
        return System.nanoTime() - start;
    }

    @Override
    public void close() throws IOException {
        ours.close();
        theirs.close();
        server.close();
    }
}
