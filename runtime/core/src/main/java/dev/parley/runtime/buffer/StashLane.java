package dev.parley.runtime.buffer;

import org.jspecify.annotations.Nullable;

/**
 * The sender's end of a lane, for a sender that must not wait: a message that finds the lane full is kept here, and so are those behind
 * it, until {@link #flush} finds room.
 */
public final class StashLane implements OutLane {

    private final OutLane lane;
    private final LaneSpec spec;
    private final Gate gate;
    private @Nullable LocalLane stash;
    private boolean closing;

    /** Where the claimed message goes. */
    private OutLane claimed;

    /**
     * Creates an end.
     *
     * @param lane the end it leads to
     * @param spec the shape of that lane
     * @param gate whether traffic may pass
     */
    public StashLane(OutLane lane, LaneSpec spec, Gate gate) {
        this.lane = lane;
        this.spec = spec;
        this.gate = gate;
        this.claimed = lane;
    }

    /** Returns whether a message may find the lane full, and would have to wait. */
    public static boolean isNeededFor(LaneSpec spec) {
        return spec.mode() == Mode.FIFO && (spec.whenFull() == WhenFull.BLOCK || spec.whenFull() == WhenFull.RESIZE);
    }

    @Override
    public void send(long header) {
        if (claim()) {
            publish(header);
        }
    }

    @Override
    public boolean claim() {
        claimed = (stash == null || stash.isEmpty()) && lane.hasRoom() ? lane : stash();
        return claimed.claim();
    }

    @Override
    public void word(int index, long value) {
        claimed.word(index, value);
    }

    @Override
    public void reference(int slot, @Nullable Object value) {
        claimed.reference(slot, value);
    }

    @Override
    public void publish(long header) {
        claimed.publish(header);
    }

    /** Closes the lane behind what is kept here. */
    @Override
    public void close() {
        closing = true;
        flush();
    }

    /**
     * Passes on as much as there is room for. If not all, the sender is woken when there is more room.
     *
     * @return whether nothing is left
     */
    public boolean flush() {
        LocalLane kept = stash;
        if (kept != null) {
            while (!kept.isEmpty()) {
                if (!lane.hasRoom()) {
                    return false;
                }
                move(kept);
            }
        }
        if (closing) {
            lane.close();
        }
        return true;
    }

    private void move(LocalLane kept) {
        long header = kept.poll();
        if (lane.claim()) {
            for (int i = 1; i < spec.stride(); i++) {
                lane.word(i, kept.word(i));
            }
            for (int i = 0; i < spec.references(); i++) {
                lane.reference(i, kept.reference(i));
            }
            lane.publish(header);
        }
        kept.advance();
    }

    private LocalLane stash() {
        LocalLane kept = stash;
        if (kept == null) {
            kept = LocalLane.of(
                    new LaneSpec(
                            spec.edge(),
                            Mode.FIFO,
                            WhenFull.RESIZE,
                            1,
                            LaneSpec.MAX_CAPACITY,
                            spec.stride(),
                            spec.references()),
                    gate);
            stash = kept;
        }
        return kept;
    }
}
