package dev.parley.runtime.transport;

import dev.parley.runtime.buffer.Gate;
import dev.parley.runtime.buffer.InLane;
import dev.parley.runtime.buffer.Lane;
import dev.parley.runtime.buffer.LaneSpec;
import dev.parley.runtime.buffer.OutLane;
import dev.parley.runtime.buffer.WaitStrategy;
import dev.parley.runtime.buffer.Waiter;
import java.io.EOFException;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A lane from a remote role. Frames wait in a lane of references, which the transport fills; the receiver decodes one when it
 * looks at it, into a lane of one message.
 */
public final class InboundLane implements Lane, InLane, Inbox {

    private static final long FRAME = 1L << 32;

    private final TransportSpec edge;
    private final Gate gate;
    private final Expectation expectation;
    private final Lane frames;
    private final Lane message;
    private @Nullable Frame decoded;

    /**
     * Creates a lane.
     *
     * @param edge the edge
     * @param lane the shape of the edge's buffer
     * @param gate whether traffic may pass
     * @param receiver where the receiving role waits
     * @param expectation what the receiving role waits for
     */
    public InboundLane(TransportSpec edge, LaneSpec lane, Gate gate, Waiter receiver, Expectation expectation) {
        this.edge = edge;
        this.gate = gate;
        this.expectation = expectation;
        LaneSpec ofFrames =
                new LaneSpec(lane.edge(), lane.mode(), lane.whenFull(), lane.capacity(), lane.maxCapacity(), 1, 1);
        this.frames = Lane.create(ofFrames, gate, new Waiter(gate, WaitStrategy.SPIN_PARK), receiver);
        this.message = Lane.local(lane, gate);
    }

    @Override
    public boolean deliver(Frame frame) {
        try {
            OutLane out = frames.out();
            if (out.claim()) {
                out.reference(0, frame);
                out.publish(FRAME);
            }
            return true;
        } catch (IllegalStateException e) {
            if (gate.isOpen()) {
                throw e;
            }
            return false;
        }
    }

    @Override
    public void end() {
        frames.out().close();
    }

    @Override
    public void lost(Throwable cause) {
        gate.failed(cause);
    }

    @Override
    public long poll() {
        long header = frames.in().poll();
        if (header == FRAME) {
            decode((Frame) Objects.requireNonNull(frames.in().reference(0)));
            return message.in().poll();
        }
        if (header == CLOSED && expectation.isDisappointed()) {
            throw gate.failed(new EOFException("The connection " + edge + " has ended, and " + expectation.describe()));
        }
        return header;
    }

    @SuppressWarnings({"CatchingUnchecked", "ReferenceEquality"
    }) // a codec's mistake ends the session too; frames are not values
    private void decode(Frame frame) {
        if (frame == decoded) {
            return;
        }
        try {
            DecodedMessage content = frame.decode(expectation.messages());
            content.message().write(message.out(), content.values());
            decoded = frame;
        } catch (IOException | RuntimeException e) {
            throw gate.failed(e);
        }
    }

    @Override
    public long word(int index) {
        return message.in().word(index);
    }

    @Override
    public @Nullable Object reference(int slot) {
        return message.in().reference(slot);
    }

    @Override
    public void advance() {
        decoded = null;
        message.in().advance();
        frames.in().advance();
    }

    @Override
    public void report() {
        frames.in().report();
    }

    @Override
    public OutLane out() {
        throw new IllegalStateException(edge.from() + " is played elsewhere; it cannot send from here.");
    }

    @Override
    public InLane in() {
        return this;
    }

    @Override
    public boolean isEmpty() {
        return frames.isEmpty();
    }

    @Override
    public boolean isClosed() {
        return frames.isClosed();
    }

    @Override
    public long sent() {
        return frames.sent();
    }

    @Override
    public long dropped() {
        return frames.dropped();
    }
}
