package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.buffer.LaneSpec;
import dev.parley.runtime.buffer.OutLane;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lanes from one part to the members of a family: what is sent goes to every member that has not left, in the order of their
 * indices.
 *
 * <p>A message is written down here first and handed to one lane after the other: a place claimed in one lane must not wait for
 * another lane to have room.
 */
final class Broadcast implements OutLane {

    private final Session session;
    private final Edge edge;
    private final int part;
    private final long[] words;
    private final @Nullable Object[] references;
    private OutLane[] lanes = {};

    Broadcast(Session session, Edge edge, int part) {
        this.session = session;
        this.edge = edge;
        this.part = part;
        LaneSpec spec = edge.lane();
        words = new long[spec.stride()];
        references = new Object[spec.references()];
    }

    @Override
    public void send(long header) {
        if (claim()) {
            publish(header);
        }
    }

    @Override
    public boolean claim() {
        session.gate().checkSend();
        return true;
    }

    @Override
    public void word(int index, long value) {
        words[index] = value;
    }

    @Override
    public void reference(int slot, @Nullable Object value) {
        references[slot] = value;
    }

    @Override
    public void publish(long header) {
        int[] members = session.cast().receivers(edge, part);
        for (int i = 0; i < members.length; i++) {
            if (!session.cast().hasLeft(members[i])) {
                OutLane lane = lane(i, members);
                if (lane.claim()) {
                    copy(lane);
                    lane.publish(header);
                }
            }
        }
        Arrays.fill(references, null);
    }

    private void copy(OutLane lane) {
        for (int i = 1; i < words.length; i++) {
            lane.word(i, words[i]);
        }
        for (int i = 0; i < references.length; i++) {
            lane.reference(i, references[i]);
        }
    }

    private OutLane lane(int index, int[] members) {
        if (index >= lanes.length) {
            int known = lanes.length;
            lanes = Arrays.copyOf(lanes, members.length);
            for (int i = known; i < members.length; i++) {
                lanes[i] = session.wiring().lane(edge, part, members[i]).out();
            }
        }
        return lanes[index];
    }

    /** Does nothing: the lanes are closed one by one, by {@link Endpoint#finish}. */
    @Override
    public void close() {}
}
