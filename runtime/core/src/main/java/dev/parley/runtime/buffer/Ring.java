package dev.parley.runtime.buffer;

import org.jspecify.annotations.Nullable;

/** The arrays of a lane: words, and beside them the references of the same messages. */
final class Ring {

    final long[] words;
    final @Nullable Object[] references;

    /**
     * Creates a ring of empty slots.
     *
     * @param spec the shape of a message
     * @param capacity how many messages it holds, a power of two
     */
    Ring(LaneSpec spec, int capacity) {
        this.words = new long[Words.WORD_PAD + capacity * spec.stride()];
        this.references = new @Nullable Object[Words.REFERENCE_PAD + capacity * spec.references()];
    }
}
