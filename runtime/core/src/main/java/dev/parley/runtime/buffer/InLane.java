package dev.parley.runtime.buffer;

import org.jspecify.annotations.Nullable;

/**
 * The receiver's end of a lane. Used by one thread at a time, the receiving role's.
 *
 * <p>See {@link OutLane} for what a message is made of.
 */
public interface InLane {

    /** What {@link #poll} returns when nothing is there. */
    long EMPTY = 0;

    /** What {@link #poll} returns when nothing is there and nothing will come, because the sender has finished. */
    long CLOSED = -1;

    /**
     * Looks at the next message without consuming it. Throws when the session is cancelled, faulted or closed, in the first
     * two cases even if a message is there.
     *
     * @return its header, always positive; or {@link #EMPTY} or {@link #CLOSED}
     */
    long poll();

    /**
     * Returns a word of the message polled last.
     *
     * @param index the word, 1 or more
     */
    long word(int index);

    /**
     * Returns a reference of the message polled last.
     *
     * @param slot the reference, 0 or more
     */
    @Nullable Object reference(int slot);

    /** Consumes the message polled last: its words and references are gone, and its place is free. */
    void advance();

    /** Tells the sender of all places that are free again. A role does so at all its lanes before it waits for anything. */
    void report();

    /**
     * Sets whom to wake when a message arrives or none will any more, on a lane within one thread; others wake whoever sleeps
     * where the receiver waits.
     *
     * @param receiver uses this end
     */
    default void onArrival(Sleeper receiver) {}
}
