package dev.parley.runtime.buffer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The receiver's end of a {@link LatestLane}: remembers the last message it has seen. */
final class LatestReceiver extends Padded implements InLane {

    private static final VarHandle SEEN;
    private static final VarHandle MISSED;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            SEEN = lookup.findVarHandle(LatestReceiver.class, "seen", long.class);
            MISSED = lookup.findVarHandle(LatestReceiver.class, "missed", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** The number of the message consumed last. */
    private long seen;

    /** The number of the message polled last. */
    private long polled;

    private long missed;
    private final LatestLane lane;
    private final Gate gate;
    private final long[] words;
    private final @Nullable Object[] references;

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
        while (latest != seen) {
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
        // What was sent between the first look and the closing is visible now.
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

    /** Opaque stores: for those who look on. */
    @Override
    public void advance() {
        MISSED.setOpaque(this, missed + polled - seen - 1);
        SEEN.setOpaque(this, polled);
        Arrays.fill(references, null);
        if (!gate.isOpen()) {
            gate.drained();
        }
    }

    /** The sender never waits for room. */
    @Override
    public void report() {}

    long lvSeen() {
        return (long) SEEN.getAcquire(this);
    }

    long missed() {
        return (long) MISSED.getAcquire(this);
    }
}
