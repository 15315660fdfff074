package dev.parley.runtime.buffer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** The sender's end of a {@link FifoLane}. */
class FifoSender extends Padded implements OutLane {

    private static final VarHandle TAIL;

    static {
        try {
            TAIL = MethodHandles.lookup().findVarHandle(FifoSender.class, "tail", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static final long[] NO_WORDS = {};
    private static final @Nullable Object[] NO_REFERENCES = {};

    /** The position of the next message. */
    private long tail;

    /** Messages at positions below this have room. */
    private long limit;

    private long[] words = NO_WORDS;
    private @Nullable Object[] references = NO_REFERENCES;
    private final int mask;
    private final int lapShift;
    private final int stride;
    private final int referencesPerMessage;
    private final Gate gate;
    private final Signal receiver;
    private final Waiter waiter;
    private final FifoLane lane;
    private long dropped;

    FifoSender(FifoLane lane, Gate gate, Waiter waiter, Signal receiver) {
        this.lane = lane;
        this.gate = gate;
        this.waiter = waiter;
        this.receiver = receiver;
        LaneSpec spec = lane.spec;
        this.mask = spec.capacity() - 1;
        this.lapShift = Words.lapShift(spec.capacity());
        this.stride = spec.stride();
        this.referencesPerMessage = spec.references();
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
        long position = tail;
        Words.soWord(words, Words.header(position, mask, stride), header ^ Words.lap(position, lapShift));
        // Opaque: for those who look on. The receiver sees a message by its header.
        TAIL.setOpaque(this, position + 1);
        receiver.wakeIfParked();
    }

    @Override
    public final void close() {
        lane.soClosed();
        receiver.wakeIfParked();
    }

    long sent() {
        return (long) TAIL.getAcquire(this);
    }

    long dropped() {
        return dropped;
    }

    private boolean makeRoom() {
        if (words == NO_WORDS) {
            begin();
        }
        if (hasRoom()) {
            return true;
        }
        switch (lane.spec.whenFull()) {
            case DROP -> {
                dropped++;
                return false;
            }
            case ERROR -> throw gate.overflow(lane.spec.edge(), lane.spec.capacity());
            case BLOCK, RESIZE -> {
                do {
                    waiter.pause();
                } while (!hasRoom());
                waiter.resume();
                return true;
            }
        }
        throw new AssertionError(lane.spec.whenFull());
    }

    private void begin() {
        Ring ring = new Ring(lane.spec, lane.spec.capacity());
        words = ring.words;
        references = ring.references;
        lane.soRing(ring);
    }

    private boolean hasRoom() {
        limit = lane.lvReported() + mask + 1;
        return tail < limit;
    }
}
