package dev.parley.runtime.buffer;

import org.jspecify.annotations.Nullable;

/** The sender's end of a {@link LatestLane}. */
final class LatestSender extends Padded implements OutLane {

    /** The number of the next message. */
    private long next = 1;

    private final LatestLane lane;
    private final Gate gate;
    private final Signal receiver;

    LatestSender(LatestLane lane, Gate gate, Signal receiver) {
        this.lane = lane;
        this.gate = gate;
        this.receiver = receiver;
    }

    @Override
    public void send(long header) {
        claim();
        publish(header);
    }

    @Override
    public boolean claim() {
        gate.checkSend();
        LatestLane.openSlot();
        return true;
    }

    @Override
    public void word(int index, long value) {
        lane.soWord(next, index, value);
    }

    @Override
    public void reference(int slot, @Nullable Object value) {
        lane.soReference(next, slot, value);
    }

    @Override
    public void publish(long header) {
        lane.soWord(next, 0, header);
        lane.soPublished(next);
        next++;
        receiver.wakeIfParked();
    }

    @Override
    public void close() {
        lane.svClosed();
        receiver.wakeIfParked();
    }
}
