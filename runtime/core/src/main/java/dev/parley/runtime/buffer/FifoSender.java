package dev.parley.runtime.buffer;

import org.jspecify.annotations.Nullable;

/** The sender's end of a {@link FifoLane}. There is room up to its milestone; it counts what it drops. */
class FifoSender extends RingCursor implements OutLane {

    private final Gate gate;
    private final Signal receiver;
    private final Waiter waiter;
    private final FifoLane lane;

    FifoSender(FifoLane lane, Gate gate, Waiter waiter, Signal receiver) {
        super(lane.spec);
        this.lane = lane;
        this.gate = gate;
        this.waiter = waiter;
        this.receiver = receiver;
    }

    @Override
    public final void send(long header) {
        if (claim()) {
            publish(header);
        }
    }

    @Override
    public final boolean claim() {
        gate.checkSend();
        return slot != milestone || makeRoom();
    }

    @Override
    public final void word(int index, long value) {
        words[slot + index] = value;
    }

    @Override
    public final void reference(int index, @Nullable Object value) {
        references[firstReference() + index] = value;
    }

    @Override
    public final void publish(long header) {
        int at = slot;
        Words.soWord(words, at, header);
        // For those who look on; the receiver sees a message by its header.
        soSlot(at + stride);
        receiver.wakeIfParked();
    }

    @Override
    public final void close() {
        lane.svClosed();
        receiver.wakeIfParked();
    }

    /** Returns how many messages a ring may hold. */
    int holds(Ring some) {
        return some.capacity;
    }

    /** Replaces a full ring by a larger one, and returns whether it did. */
    boolean grow(Ring full) {
        return false;
    }

    @Override
    public final boolean hasRoom() {
        return slot != milestone
                || findsRoom()
                || lane.spec.whenFull() == WhenFull.DROP
                || lane.spec.whenFull() == WhenFull.ERROR
                || receiver.isAbandoned();
    }

    /** Called at the milestone. */
    private boolean findsRoom() {
        if (ring == Ring.NONE) {
            begin(new Ring(lane.spec, lane.spec.capacity()));
            lane.svRing(ring);
        }
        turn();
        do {
            if (lengthens()) {
                return true;
            }
        } while (grow(ring));
        return false;
    }

    /** Called at the milestone; returns false if the message is to be dropped. */
    private boolean makeRoom() {
        if (findsRoom()) {
            return true;
        }
        LaneSpec spec = lane.spec;
        return switch (spec.whenFull()) {
            case BLOCK, RESIZE -> !receiver.isAbandoned() && awaitRoom();
            case DROP -> {
                soCount(count + 1);
                yield false;
            }
            case ERROR -> throw gate.overflow(spec.edge(), spec.capacity());
        };
    }

    /** Returns false if the receiver has left, who would make room. */
    private boolean awaitRoom() {
        boolean room;
        do {
            waiter.pause();
            room = lengthens();
        } while (!room && !receiver.isAbandoned());
        waiter.resume();
        return room;
    }

    /** Moves the milestone to the end of the room there is, or of the lap; returns whether that is further on. */
    private boolean lengthens() {
        long room = lane.lvReported() + holds(ring) - passed(position, slot);
        milestone = (int) Math.min(slot + room * stride, ring.end);
        return slot < milestone;
    }

    @Override
    final void restart(long passed) {
        soPosition(passed);
        soSlot(Words.WORD_PAD);
    }

    /** Read against the order of {@link #restart}: at times too many, never too few. */
    final long sent() {
        int at = lvSlot();
        return passed(lvPosition(), at);
    }
}
