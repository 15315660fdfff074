package dev.parley.runtime.buffer;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The arrays of a lane: words, and beside them the references of the same messages. */
final class Ring {

    /** Stands for a ring until there is one: nothing is in it. */
    static final Ring NONE = new Ring(1, 1, 0);

    final int capacity;
    final long[] words;
    final @Nullable Object[] references;

    /** The index behind the last message. */
    final int end;

    private @Nullable Ring next;

    /**
     * Creates a ring of empty slots.
     *
     * @param spec the shape of a message
     * @param capacity how many messages it holds, a power of two
     */
    Ring(LaneSpec spec, int capacity) {
        this(capacity, stride(spec), spec.references());
    }

    private Ring(int capacity, int stride, int references) {
        this.capacity = capacity;
        this.end = Words.WORD_PAD + capacity * stride;
        this.words = new long[end];
        this.references = new @Nullable Object[Words.REFERENCE_PAD + capacity * references];
    }

    /** Returns the distance from message to message: a power of two, so that it can be shifted by. */
    static int stride(LaneSpec spec) {
        return spec.stride() == 1 ? 1 : Integer.highestOneBit(spec.stride() - 1) << 1;
    }

    /** Sets what a jump mark in this ring leads to; to be called before the mark is stored. */
    void leadTo(Ring larger) {
        next = larger;
    }

    /** Returns what a jump mark that was read in this ring leads to. */
    Ring next() {
        return Objects.requireNonNull(next, "a jump mark leads nowhere");
    }
}
