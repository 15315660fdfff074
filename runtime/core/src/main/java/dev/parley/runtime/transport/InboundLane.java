package dev.parley.runtime.transport;

import dev.parley.runtime.buffer.Gate;
import dev.parley.runtime.buffer.InLane;
import dev.parley.runtime.buffer.Lane;
import dev.parley.runtime.buffer.LaneSpec;
import dev.parley.runtime.buffer.MessageLayout;
import dev.parley.runtime.buffer.OutLane;
import dev.parley.runtime.buffer.WaitStrategy;
import dev.parley.runtime.buffer.Waiter;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
    private boolean crashTold;
    private volatile boolean lost;

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
        this.message = Lane.local(lane, new Unguarded(gate)); // what has come is received while the session drains, too
    }

    @Override
    public boolean deliver(Frame frame) {
        if (lost) {
            return false;
        }
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
        expectation.ended();
    }

    @Override
    public void lost(Throwable cause) {
        if (!expectation.isSurvived(cause)) {
            gate.failed(cause);
        }
    }

    /** The remote role has crashed: what has come is still received, and nothing after it. May be called by any thread. */
    public void lose() {
        lost = true;
    }

    @Override
    public long poll() {
        boolean over = isClosed();
        long header = frames.in().poll();
        if (header == FRAME) {
            decode((Frame) Objects.requireNonNull(frames.in().reference(0)));
            return message.in().poll();
        }
        // In this order: what came before the end is found.
        return over ? afterEnd() : header;
    }

    /** The runtime tells of a crash in the place of whom it hit. */
    private long afterEnd() {
        if (crashTold && message.in().poll() > 0) {
            message.in().advance(); // was told in another state
        }
        Optional<MessageLayout> crash = expectation.crash();
        crashTold = crash.isPresent();
        if (crashTold) {
            crash.get().write(message.out(), List.of());
            return message.in().poll();
        }
        if (expectation.isDisappointed()) {
            throw gate.failed(new EOFException("The connection " + edge + " has ended, and " + expectation.describe()));
        }
        return CLOSED;
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
        message.in().advance();
        if (crashTold) {
            crashTold = false;
            expectation.isSurvived(new EOFException("The connection " + edge + " has ended"));
            return;
        }
        decoded = null;
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
        return frames.isEmpty() && (!isClosed() || expectation.crash().isEmpty());
    }

    /** A crash that the role is to learn of counts as a message. */
    @Override
    public long waiting() {
        return Math.max(frames.waiting(), isEmpty() ? 0 : 1);
    }

    @Override
    public boolean isClosed() {
        return lost || frames.isClosed();
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
