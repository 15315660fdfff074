package dev.parley.runtime.buffer;

import org.jspecify.annotations.Nullable;

/** The sender's end of a {@link LatestLane}. Its position is the number of the last message sent. */
final class LatestSender extends Cursor implements OutLane {

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
        lane.soWord(position + 1, index, value);
    }

    @Override
    public void reference(int slot, @Nullable Object value) {
        lane.soReference(position + 1, slot, value);
    }

    @Override
    public void publish(long header) {
        position++;
        lane.soWord(position, 0, header);
        lane.soPublished(position);
        receiver.wakeIfParked();
    }

    @Override
    public void close() {
        lane.svClosed();
        receiver.wakeIfParked();
    }
}
