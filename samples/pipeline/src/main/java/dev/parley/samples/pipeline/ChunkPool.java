package dev.parley.samples.pipeline;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Arrays to be used again. It sets no limit of its own: how many it makes is how many were under way at once. Safe for use by many
 * threads; an array that is taken is its taker's alone until it is given back.
 */
final class ChunkPool {

    private final int size;
    private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(Pipeline.MAX_CHUNKS);
    private final AtomicInteger made = new AtomicInteger();

    /** Creates a pool of arrays of so many bytes. */
    ChunkPool(int size) {
        this.size = size;
    }

    byte[] take() {
        byte[] chunk = free.poll();
        if (chunk != null) {
            return chunk;
        }
        made.incrementAndGet();
        return new byte[size];
    }

    /**
     * Takes an array back.
     *
     * @throws IllegalStateException if more come back than can be under way
     */
    void giveBack(byte[] chunk) {
        free.add(chunk);
    }

    /** Returns how many arrays were made. */
    int made() {
        return made.get();
    }
}
