package dev.parley.runtime.buffer;

import org.jspecify.annotations.Nullable;

/** One end of a {@link FifoLane}: goes round a ring. */
abstract class RingCursor extends Cursor {

    long[] words = Ring.NONE.words;

    @Nullable Object[] references = Ring.NONE.references;

    Ring ring = Ring.NONE;
    final int stride;
    final int referencesPerMessage;
    private final int strideShift;

    RingCursor(LaneSpec spec) {
        this.stride = Ring.stride(spec);
        this.strideShift = Integer.numberOfTrailingZeros(stride);
        this.referencesPerMessage = spec.references();
    }

    /**
     * Goes back to the first slot, in an order in which others never see the lane emptier than it is.
     *
     * @param passed how many messages passed this end
     */
    abstract void restart(long passed);

    /** Returns the index of the message's first reference. */
    final int firstReference() {
        return Words.REFERENCE_PAD + ((slot - Words.WORD_PAD) >> strideShift) * referencesPerMessage;
    }

    /** Begins a ring, which is empty, with the next message. */
    final void begin(Ring next) {
        restart(passed(position, slot));
        ring = next;
        words = next.words;
        references = next.references;
    }

    /** Begins the next lap if this one is at its end. */
    final void turn() {
        if (slot == ring.end) {
            restart(passed(position, slot));
        }
    }

    /**
     * Returns how many messages passed this end.
     *
     * @param laps the position, which counts those of the laps before
     * @param at the slot
     */
    final long passed(long laps, int at) {
        return laps + ((at - Words.WORD_PAD) >> strideShift);
    }
}
