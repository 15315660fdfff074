package dev.parley.runtime.buffer;

import org.jspecify.annotations.Nullable;

/**
 * The sender's end of a lane. Used by one thread at a time, the sending role's.
 *
 * <p>A message is a header word, up to {@code stride - 1} more words and some references. The header holds the message's
 * code (1, 2, …) in bits 62 to 32 and the first small payload in bits 31 to 0; bit 63 is 0.
 *
 * <p>{@link #send} and {@link #claim} throw when the session takes no more messages, and deal with a full lane as the
 * edge is configured.
 */
public interface OutLane {

    /**
     * Sends a message of one word and no references; same as {@link #claim} and {@link #publish}.
     *
     * @param header the header
     */
    void send(long header);

    /**
     * Reserves the place of the next message, waiting for it if need be.
     *
     * @return false if the edge loses this message: there is nothing to fill in and to publish then
     */
    boolean claim();

    /**
     * Fills in a word of the claimed message. Words that its message does not use need not be filled in.
     *
     * @param index the word, 1 or more
     * @param value its value
     */
    void word(int index, long value);

    /**
     * Fills in a reference of the claimed message.
     *
     * @param slot the reference, 0 or more
     * @param value its value
     */
    void reference(int slot, @Nullable Object value);

    /**
     * Makes the claimed message visible to the receiver, with all that was filled in.
     *
     * @param header the header
     */
    void publish(long header);

    /** Lets the receiver know, behind the last message, that no more will come. Never waits; closing again changes nothing. */
    void close();

    /**
     * Returns whether {@link #claim} would not wait now. If it would, the sender is woken when there is room: where it has announced to sleep, or
     * by {@link Gate#room}.
     */
    default boolean hasRoom() {
        return true;
    }
}
