package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.buffer.Gate;
import dev.parley.runtime.buffer.InLane;
import dev.parley.runtime.buffer.Lane;
import dev.parley.runtime.buffer.LaneSpec;
import dev.parley.runtime.buffer.MessageLayout;
import dev.parley.runtime.buffer.OutLane;
import dev.parley.runtime.buffer.Sleeper;
import dev.parley.runtime.journal.JournalException;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A lane whose messages are in the journal before the receiver can see them, and whose receipts are there before the receiver goes on.
 * What carries them is another lane, with one more word: the message's number, by which a receipt names it.
 */
final class DurableLane implements Lane, OutLane, InLane {

    private final Edge edge;
    private final Durable durable;
    private final Lane lane;
    private final OutLane out;
    private final InLane in;

    /** What is being sent: the other lane cannot be read by the sender. */
    private final Envelope message;

    private final Gate gate;

    private final int numberWord;
    private final long sentBefore;
    private long number;

    /**
     * Creates a lane.
     *
     * @param edge its edge
     * @param durable writes the journal
     * @param gate is told when the journal fails
     * @param lane carries the messages; has the shape that {@link #shape} returns
     * @param received how many messages were sent on the edge and are not in flight any more
     */
    DurableLane(Edge edge, Durable durable, Gate gate, Lane lane, long received) {
        this.edge = edge;
        this.durable = durable;
        this.gate = gate;
        this.lane = lane;
        this.out = lane.out();
        this.in = lane.in();
        this.message = new Envelope(edge.lane());
        this.numberWord = edge.lane().stride();
        this.sentBefore = received;
        this.number = received;
    }

    /**
     * Returns the shape of the lane that carries the messages.
     *
     * @param spec the edge's
     * @param atLeast how many messages it must hold
     */
    static LaneSpec shape(LaneSpec spec, int atLeast) {
        return new LaneSpec(
                spec.edge(),
                spec.mode(),
                spec.whenFull(),
                Math.max(spec.capacity(), atLeast),
                Math.max(spec.maxCapacity(), atLeast),
                spec.stride() + 1,
                spec.references());
    }

    /**
     * Puts a message into the lane that is in the journal already.
     *
     * @param write fills it in
     */
    void restore(Consumer<OutLane> write) {
        write.accept(message);
        if (out.claim()) {
            deliver();
        }
    }

    @Override
    public void send(long header) {
        publish(header);
    }

    /** A place is claimed when the message is published: if there is none for it, its loss is a step of the sender nevertheless. */
    @Override
    public boolean claim() {
        return true;
    }

    @Override
    public void word(int index, long value) {
        message.word(index, value);
    }

    @Override
    public void reference(int slot, @Nullable Object value) {
        message.reference(slot, value);
    }

    @Override
    @SuppressWarnings("CatchingUnchecked") // a codec's mistake ends the session too
    public void publish(long header) {
        boolean claimed = out.claim();
        message.publish(header);
        MessageLayout layout = edge.message((int) (header >>> 32));
        try {
            durable.sent(edge, layout, layout.read(message, header), !claimed);
        } catch (IOException | RuntimeException e) {
            throw gate.failed(e);
        }
        if (claimed) {
            deliver();
        }
    }

    private void deliver() {
        message.copyTo(out);
        message.clear();
        number++;
        out.word(numberWord, number);
        out.publish(message.poll());
    }

    @Override
    public void close() {
        out.close();
    }

    @Override
    public boolean hasRoom() {
        return out.hasRoom();
    }

    @Override
    public void onArrival(Sleeper receiver) {
        in.onArrival(receiver);
    }

    @Override
    public long poll() {
        return in.poll();
    }

    @Override
    public long word(int index) {
        return in.word(index);
    }

    @Override
    public @Nullable Object reference(int slot) {
        return in.reference(slot);
    }

    @Override
    public void advance() {
        try {
            durable.received(edge, in.word(numberWord));
        } catch (JournalException e) {
            throw gate.failed(e);
        }
        in.advance();
    }

    @Override
    public void report() {
        in.report();
    }

    @Override
    public OutLane out() {
        return this;
    }

    @Override
    public InLane in() {
        return this;
    }

    @Override
    public boolean isEmpty() {
        return lane.isEmpty();
    }

    @Override
    public long waiting() {
        return lane.waiting();
    }

    @Override
    public boolean isClosed() {
        return lane.isClosed();
    }

    /** Counts those of earlier openings, too. */
    @Override
    public long sent() {
        return sentBefore + lane.sent();
    }

    @Override
    public long dropped() {
        return lane.dropped();
    }
}
