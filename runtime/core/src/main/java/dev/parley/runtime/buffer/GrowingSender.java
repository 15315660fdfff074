package dev.parley.runtime.buffer;

/**
 * The sender's end of a {@link FifoLane} that grows. When the ring is full, a ring of twice the size takes its place, and a jump
 * mark in the old one, behind its last message, tells the receiver. Positions go on counting, and the slots of a new ring are
 * empty on any lap, so nothing is copied.
 */
final class GrowingSender extends FifoSender {

    private final LaneSpec spec;

    GrowingSender(FifoLane lane, Gate gate, Waiter waiter, Signal receiver) {
        super(lane, gate, waiter, receiver);
        this.spec = lane.spec;
    }

    /** A ring that may be replaced keeps one slot for the mark. */
    @Override
    int holds(int capacity) {
        return capacity == spec.maxCapacity() ? capacity : capacity - 1;
    }

    @Override
    boolean grow(Ring ring) {
        if (ring.capacity == spec.maxCapacity()) {
            return false;
        }
        Ring larger = new Ring(spec, 2 * ring.capacity);
        ring.leadTo(larger);
        mark(Words.JUMP);
        use(larger);
        return true;
    }
}
