package dev.parley.runtime.buffer;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The receiver's end of a {@link LatestLane}. Its position is the number of the message consumed last; it counts the messages it has missed.
 */
final class LatestReceiver extends Cursor implements InLane {

    private final LatestLane lane;
    private final Gate gate;
    private final long[] words;
    private final @Nullable Object[] references;

    /** The number of the message polled last. */
    private long polled;

    LatestReceiver(LatestLane lane, Gate gate) {
        this.lane = lane;
        this.gate = gate;
        this.words = new long[lane.spec().stride()];
        this.references = new @Nullable Object[lane.spec().references()];
    }

    @Override
    public long poll() {
        Gate.Refusal refusal = gate.loRefusal();
        if (refusal != null) {
            refusal.onReceive();
        }
        return take() ? words[0] : nothing();
    }

    /** Copies the latest message, unless it was consumed already. */
    private boolean take() {
        long latest = lane.lvPublished();
        while (latest != position) {
            if (lane.copy(latest, words, references)) {
                polled = latest;
                return true;
            }
            latest = lane.lvPublished();
        }
        return false;
    }

    private long nothing() {
        if (!gate.isOpen()) {
            gate.drained();
        }
        if (!lane.lvClosed()) {
            return EMPTY;
        }
        // What was sent before the closing is visible now, even if it was not at the first look.
        return take() ? words[0] : CLOSED;
    }

    @Override
    public long word(int index) {
        return words[index];
    }

    @Override
    public @Nullable Object reference(int slot) {
        return references[slot];
    }

    @Override
    public void advance() {
        soCount(count + polled - position - 1);
        soPosition(polled);
        Arrays.fill(references, null);
        if (!gate.isOpen()) {
            gate.drained();
        }
    }

    /** The sender never waits for room. */
    @Override
    public void report() {}
}
