package dev.parley.runtime.buffer;

/**
 * The sender's end of a {@link FifoLane} that grows. When the ring is full, a ring of twice the size takes its place, and a jump
 * mark in the old one, behind its last message, tells the receiver. Nothing is copied.
 */
final class GrowingSender extends FifoSender {

    private final LaneSpec spec;

    GrowingSender(FifoLane lane, Gate gate, Waiter waiter, Signal receiver) {
        super(lane, gate, waiter, receiver);
        this.spec = lane.spec;
    }

    /** A ring that may be replaced keeps one slot for the mark. */
    @Override
    int holds(Ring some) {
        return some.capacity == spec.maxCapacity() ? some.capacity : some.capacity - 1;
    }

    @Override
    boolean grow(Ring full) {
        if (full.capacity == spec.maxCapacity()) {
            return false;
        }
        Ring larger = new Ring(spec, 2 * full.capacity);
        full.leadTo(larger);
        Words.soWord(full.words, slot, Words.JUMP);
        begin(larger);
        return true;
    }
}
