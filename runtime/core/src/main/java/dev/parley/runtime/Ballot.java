package dev.parley.runtime;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Settles between a member of a family and the receiver of its message, who may decide without it, whether the message was in time: of
 * the two that may happen at once, the sending and the closing, exactly one succeeds.
 */
final class Ballot {

    private static final int CLOSED = -1;

    /** How many messages the member has sent in time, or that the receiver has decided without the next one. */
    private final AtomicInteger sent = new AtomicInteger();

    /** The member has sent a message. Returns whether it was in time, so that the receiver takes it. */
    boolean submit() {
        int before = sent.get();
        return before != CLOSED && sent.compareAndSet(before, before + 1);
    }

    /**
     * The receiver decides without the next message. Returns whether it could: else the message has been sent, and can be seen.
     *
     * @param taken how many messages it has taken so far
     */
    boolean close(int taken) {
        return sent.compareAndSet(taken, CLOSED);
    }
}
