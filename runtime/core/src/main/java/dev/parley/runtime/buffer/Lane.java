package dev.parley.runtime.buffer;

/**
 * A buffer that carries messages from one role to another, lock-free. Both ends may be used at the same time; the other
 * methods may be called by any thread, and what they return may be outdated by then.
 */
public interface Lane {

    /** Returns the sender's end. */
    OutLane out();

    /** Returns the receiver's end. */
    InLane in();

    /** Returns whether no message is waiting to be received. Exact while both ends rest. */
    boolean isEmpty();

    /** Returns how many messages are waiting to be received. Exact while both ends rest; here, for lanes of one message at most. */
    default long waiting() {
        return isEmpty() ? 0 : 1;
    }

    /** Returns whether the sender has closed it; messages may still be waiting. */
    boolean isClosed();

    /** Returns how many messages were sent, those lost by a full lane not included. */
    long sent();

    /** Returns how many messages were lost: they found the lane full or were replaced by a later one before they were seen. */
    long dropped();

    /**
     * Creates a lane between two threads.
     *
     * @param spec its shape
     * @param gate whether traffic may pass
     * @param sender where the sender waits
     * @param receiver where the receiver waits
     */
    static Lane create(LaneSpec spec, Gate gate, Waiter sender, Waiter receiver) {
        return spec.mode() == Mode.LATEST_VALUE
                ? new LatestLane(spec, gate, receiver)
                : new FifoLane(spec, gate, sender, receiver);
    }

    /**
     * Creates a lane within one thread. Nothing waits there: a message that finds it full, where it should wait, fails.
     *
     * @param spec its shape
     * @param gate whether traffic may pass
     */
    static Lane local(LaneSpec spec, Gate gate) {
        return LocalLane.of(spec, gate);
    }
}
