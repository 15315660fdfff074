package dev.parley.runtime.buffer;

/**
 * A bounded lane that keeps every message: a ring of slots between one sender and one receiver. This object holds what
 * one side stores and the other loads now and then; the slots themselves pass the messages. Its position is the one up to which
 * the receiver has reported all consumed.
 */
final class FifoLane extends Cursor implements Lane {

    final LaneSpec spec;
    private final FifoSender sender;
    private final FifoReceiver receiver;

    /** Made by the sender at its first message, so that a lane that is never used stays small. */
    private volatile Ring ring = Ring.NONE;

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
        soPosition(received);
    }

    /** Acquire: stores into slots reported free come after this load. */
    long lvReported() {
        return lvPosition();
    }

    void svRing(Ring made) {
        ring = made;
    }

    Ring lvRing() {
        return ring;
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
        return waiting() == 0;
    }

    @Override
    public long waiting() {
        // In this order: what is seen to have been received was sent by the time the other is read.
        long received = receiver.received();
        return sender.sent() - received;
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
        return sender.loCount();
    }
}
