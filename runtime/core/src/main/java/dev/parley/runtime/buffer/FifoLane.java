package dev.parley.runtime.buffer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A bounded lane that keeps every message: a ring of slots between one sender and one receiver. This object holds what
 * one side stores and the other loads now and then; the slots themselves pass the messages.
 */
final class FifoLane extends Padded implements Lane {

    private static final VarHandle REPORTED;
    private static final VarHandle RING;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            REPORTED = lookup.findVarHandle(FifoLane.class, "reported", long.class);
            RING = lookup.findVarHandle(FifoLane.class, "ring", Ring.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    final LaneSpec spec;
    private final FifoSender sender;
    private final FifoReceiver receiver;

    @SuppressWarnings("unused") // accessed through REPORTED
    private long reported;

    /** Made by the sender at its first message, so that a lane that is never used stays small. */
    @SuppressWarnings("unused") // accessed through RING
    private @Nullable Ring ring;

    private volatile boolean closed;

    FifoLane(LaneSpec spec, Gate gate, Waiter sender, Waiter receiver) {
        this.spec = spec;
        this.sender = spec.whenFull() == WhenFull.RESIZE
                ? new GrowingSender(this, gate, sender, receiver.signal())
                : new FifoSender(this, gate, sender, receiver.signal());
        this.receiver = new FifoReceiver(this, gate, sender.signal());
    }

    /** Release: the receiver's loads from the slots reported free are over before the sender may store there again. */
    void soReported(long received) {
        REPORTED.setRelease(this, received);
    }

    /** Acquire: stores into slots reported free come after this load. */
    long lvReported() {
        return (long) REPORTED.getAcquire(this);
    }

    /** Release: whoever sees the arrays sees them zeroed. */
    void soRing(Ring made) {
        RING.setRelease(this, made);
    }

    /** Acquire, see {@link #soRing}. */
    @Nullable Ring lvRing() {
        return (Ring) RING.getAcquire(this);
    }

    /** Whoever sees it closed sees all messages sent before; the fence is for the waking that follows. */
    void svClosed() {
        closed = true;
    }

    boolean lvClosed() {
        return closed;
    }

    @Override
    public OutLane out() {
        return sender;
    }

    @Override
    public InLane in() {
        return receiver;
    }

    @Override
    public boolean isEmpty() {
        return sender.sent() == receiver.received();
    }

    @Override
    public boolean isClosed() {
        return lvClosed();
    }

    @Override
    public long sent() {
        return sender.sent();
    }

    @Override
    public long dropped() {
        return sender.dropped();
    }
}
