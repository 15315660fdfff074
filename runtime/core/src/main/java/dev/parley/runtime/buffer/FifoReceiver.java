package dev.parley.runtime.buffer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The receiver's end of a {@link FifoLane}. */
class FifoReceiver extends Padded implements InLane {

    private static final VarHandle HEAD;

    static {
        try {
            HEAD = MethodHandles.lookup().findVarHandle(FifoReceiver.class, "head", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static final @Nullable Object[] NO_REFERENCES = {};

    /** The position of the next message. */
    private long head;

    /** The position up to which the sender knows that all is consumed. */
    private long reported;

    private long @Nullable [] words;
    private @Nullable Object[] references = NO_REFERENCES;
    private final int mask;
    private final int lapShift;
    private final int stride;
    private final int referencesPerMessage;
    private final int reportEvery;
    private final Gate gate;
    private final Signal sender;
    private final FifoLane lane;

    FifoReceiver(FifoLane lane, Gate gate, Signal sender) {
        this.lane = lane;
        this.gate = gate;
        this.sender = sender;
        LaneSpec spec = lane.spec;
        this.mask = spec.capacity() - 1;
        this.lapShift = Words.lapShift(spec.capacity());
        this.stride = spec.stride();
        this.referencesPerMessage = spec.references();
        // A sender that waits for room may as well wait for more of it. One that loses messages must know exactly.
        this.reportEvery = spec.whenFull() == WhenFull.BLOCK ? Math.max(1, spec.capacity() / 4) : 1;
    }

    @Override
    public final long poll() {
        Gate.Refusal refusal = gate.loRefusal();
        if (refusal != null) {
            refusal.onReceive();
        }
        long header = peek();
        return header >= Words.FIRST_MESSAGE ? header : nothing();
    }

    /** Returns the header of the next message, or something less than all headers. */
    private long peek() {
        long[] words = this.words;
        if (words == null) {
            words = begin();
            if (words == null) {
                return EMPTY;
            }
        }
        return Words.lvWord(words, Words.header(head, mask, stride)) ^ Words.lap(head, lapShift);
    }

    private long @Nullable [] begin() {
        Ring ring = lane.lvRing();
        if (ring != null) {
            words = ring.words;
            references = ring.references;
        }
        return words;
    }

    private long nothing() {
        report();
        if (gate.loRefusal() != null) {
            gate.drained();
        }
        if (!lane.lvClosed()) {
            return EMPTY;
        }
        // What was sent between the first look and the closing is visible now.
        long header = peek();
        return header >= Words.FIRST_MESSAGE ? header : CLOSED;
    }

    @Override
    @SuppressWarnings("NullAway") // a message was polled, so there is an array
    public final long word(int index) {
        return words[Words.header(head, mask, stride) + index];
    }

    @Override
    public final @Nullable Object reference(int slot) {
        return references[Words.reference(head, mask, referencesPerMessage) + slot];
    }

    @Override
    public final void advance() {
        long position = head;
        if (referencesPerMessage != 0) {
            int first = Words.reference(position, mask, referencesPerMessage);
            Arrays.fill(references, first, first + referencesPerMessage, null);
        }
        HEAD.setOpaque(this, position + 1);
        if (position + 1 - reported >= reportEvery) {
            report();
        }
        if (gate.loRefusal() != null) {
            gate.drained();
        }
    }

    @Override
    public final void report() {
        if (head != reported) {
            reported = head;
            lane.soReported(head);
            sender.wakeIfParked();
        }
    }

    long received() {
        return (long) HEAD.getAcquire(this);
    }
}
