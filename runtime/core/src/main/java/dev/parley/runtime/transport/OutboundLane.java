package dev.parley.runtime.transport;

import dev.parley.runtime.buffer.Gate;
import dev.parley.runtime.buffer.InLane;
import dev.parley.runtime.buffer.Lane;
import dev.parley.runtime.buffer.LaneSpec;
import dev.parley.runtime.buffer.MessageLayout;
import dev.parley.runtime.buffer.OutLane;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A lane to a remote role. A message is filled in in a lane of one, from which it is taken and sent in the same thread. */
public final class OutboundLane implements Lane, OutLane {

    private final TransportSpec edge;
    private final List<MessageLayout> messages;
    private final Gate gate;
    private final Outbound outbound;
    private final Lane message;
    private final Predicate<IOException> survived;
    private volatile boolean closed;
    private boolean lost;

    /**
     * Creates a lane.
     *
     * @param edge the edge
     * @param messages what travels on it, each at its code less 1
     * @param lane the shape of the edge's buffer
     * @param gate whether traffic may pass
     * @param outbound where messages go
     * @param survived told that the remote role cannot be reached; returns whether the protocol goes on without it, so that what is sent to
     *     it from then on is discarded
     */
    public OutboundLane(
            TransportSpec edge,
            List<MessageLayout> messages,
            LaneSpec lane,
            Gate gate,
            Outbound outbound,
            Predicate<IOException> survived) {
        this.edge = edge;
        this.messages = messages;
        this.gate = gate;
        this.outbound = outbound;
        this.survived = survived;
        this.message = Lane.local(lane, gate);
    }

    @Override
    public void send(long header) {
        if (claim()) {
            publish(header);
        }
    }

    @Override
    public boolean claim() {
        return message.out().claim();
    }

    @Override
    public void word(int index, long value) {
        message.out().word(index, value);
    }

    @Override
    public void reference(int slot, @Nullable Object value) {
        message.out().reference(slot, value);
    }

    @Override
    @SuppressWarnings("CatchingUnchecked") // a codec's mistake ends the session too
    public void publish(long header) {
        message.out().publish(header);
        MessageLayout layout = messages.get((int) (header >>> 32) - 1);
        try {
            if (layout.crash()) {
                close(); // which says as much, and needs no codec
            } else if (!lost) {
                outbound.send(layout, layout.read(message.in(), header));
            }
        } catch (IOException e) {
            lost = survived.test(e);
            if (!lost) {
                throw gate.failed(e);
            }
        } catch (RuntimeException e) {
            throw gate.failed(e);
        }
        message.in().advance();
    }

    @Override
    public void close() {
        closed = true;
        outbound.close();
    }

    @Override
    public OutLane out() {
        return this;
    }

    @Override
    public InLane in() {
        throw new IllegalStateException(edge.to() + " is played elsewhere; it cannot receive here.");
    }

    /** True at any time another thread may look: what was sent has left. */
    @Override
    public boolean isEmpty() {
        return true;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public long sent() {
        return message.sent();
    }

    @Override
    public long dropped() {
        return 0;
    }
}
