package dev.parley.runtime.buffer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** The sender's end of a {@link FifoLane}. */
class FifoSender extends Padded implements OutLane {

    private static final VarHandle TAIL;
    private static final VarHandle DROPPED;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            TAIL = lookup.findVarHandle(FifoSender.class, "tail", long.class);
            DROPPED = lookup.findVarHandle(FifoSender.class, "dropped", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** The position of the next message. */
    private long tail;

    /** Messages at positions below this have room; 0 until there is a ring. */
    private long limit;

    private long[] words = Ring.NONE.words;
    private int mask;
    private int lapShift;
    private final int stride;
    private final int referencesPerMessage;
    private final Gate gate;
    private final Signal receiver;
    private @Nullable Object[] references = Ring.NONE.references;
    private Ring ring = Ring.NONE;
    private final Waiter waiter;
    private final FifoLane lane;
    private long dropped;

    FifoSender(FifoLane lane, Gate gate, Waiter waiter, Signal receiver) {
        this.lane = lane;
        this.gate = gate;
        this.waiter = waiter;
        this.receiver = receiver;
        this.stride = lane.spec.stride();
        this.referencesPerMessage = lane.spec.references();
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
        return tail < limit || makeRoom();
    }

    @Override
    public final void word(int index, long value) {
        words[Words.header(tail, mask, stride) + index] = value;
    }

    @Override
    public final void reference(int slot, @Nullable Object value) {
        references[Words.reference(tail, mask, referencesPerMessage) + slot] = value;
    }

    @Override
    public final void publish(long header) {
        mark(header);
        // Opaque: for those who look on. The receiver sees a message by its header.
        TAIL.setOpaque(this, tail + 1);
        receiver.wakeIfParked();
    }

    /** Stores a header at the position of the next message. */
    final void mark(long header) {
        Words.soWord(words, Words.header(tail, mask, stride), header ^ Words.lap(tail, lapShift));
    }

    @Override
    public final void close() {
        lane.svClosed();
        receiver.wakeIfParked();
    }

    /** Uses a ring from the next message on. */
    final void use(Ring next) {
        ring = next;
        words = next.words;
        references = next.references;
        mask = next.capacity - 1;
        lapShift = Words.lapShift(next.capacity);
    }

    /** Returns how many messages a ring may hold. */
    int holds(int capacity) {
        return capacity;
    }

    /** Replaces a full ring by a larger one, and returns whether it did. */
    boolean grow(Ring full) {
        return false;
    }

    /** Called when there seems to be no room; returns false if the message is to be dropped. */
    private boolean makeRoom() {
        if (ring == Ring.NONE) {
            use(new Ring(lane.spec, lane.spec.capacity()));
            lane.soRing(ring);
        }
        do {
            if (hasRoom()) {
                return true;
            }
        } while (grow(ring));
        LaneSpec spec = lane.spec;
        return switch (spec.whenFull()) {
            case BLOCK, RESIZE -> {
                awaitRoom();
                yield true;
            }
            case DROP -> {
                DROPPED.setOpaque(this, dropped + 1);
                yield false;
            }
            case ERROR -> throw gate.overflow(spec.edge(), spec.capacity());
        };
    }

    private void awaitRoom() {
        do {
            waiter.pause();
        } while (!hasRoom());
        waiter.resume();
    }

    private boolean hasRoom() {
        limit = lane.lvReported() + holds(mask + 1);
        return tail < limit;
    }

    long sent() {
        return (long) TAIL.getAcquire(this);
    }

    long dropped() {
        return (long) DROPPED.getOpaque(this);
    }
}
