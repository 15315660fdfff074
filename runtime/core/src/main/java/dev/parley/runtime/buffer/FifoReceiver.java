package dev.parley.runtime.buffer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The receiver's end of a {@link FifoLane}. */
final class FifoReceiver extends Padded implements InLane {

    private static final VarHandle HEAD;

    static {
        try {
            HEAD = MethodHandles.lookup().findVarHandle(FifoReceiver.class, "head", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** The position of the next message. */
    private long head;

    /** The position up to which the sender knows that all is consumed. */
    private long reported;

    private long[] words = Ring.NONE.words;
    private int mask = Ring.NONE.capacity - 1;
    private int lapShift = Words.lapShift(Ring.NONE.capacity);
    private final int stride;
    private final int referencesPerMessage;
    private final int reportEvery;
    private final Gate gate;
    private @Nullable Object[] references = Ring.NONE.references;
    private Ring ring = Ring.NONE;
    private final Signal sender;
    private final FifoLane lane;

    FifoReceiver(FifoLane lane, Gate gate, Signal sender) {
        this.lane = lane;
        this.gate = gate;
        this.sender = sender;
        LaneSpec spec = lane.spec;
        this.stride = spec.stride();
        this.referencesPerMessage = spec.references();
        // A sender that waits for room may as well wait for more of it. One that loses messages must know exactly.
        this.reportEvery = spec.whenFull() == WhenFull.BLOCK ? Math.max(1, spec.capacity() / 4) : 1;
    }

    @Override
    public long poll() {
        Gate.Refusal refusal = gate.loRefusal();
        if (refusal != null) {
            refusal.onReceive();
        }
        long header = peek();
        return header >= Words.FIRST_MESSAGE ? header : nothing(header);
    }

    /** Returns the header of the next message, or something less than all headers. */
    private long peek() {
        return Words.lvWord(words, Words.header(head, mask, stride)) ^ Words.lap(head, lapShift);
    }

    /** Called when there seems to be no message. */
    private long nothing(long header) {
        report();
        if (!gate.isOpen()) {
            gate.drained();
        }
        boolean closed = lane.lvClosed();
        if (!closed && header != Words.JUMP && ring != Ring.NONE) {
            return EMPTY;
        }
        // What was sent before the closing is visible now, even if it was not at the first look.
        long found = lookAgain();
        return found >= Words.FIRST_MESSAGE ? found : closed ? CLOSED : EMPTY;
    }

    private long lookAgain() {
        if (ring == Ring.NONE) {
            Ring made = lane.lvRing();
            if (made == null) {
                return EMPTY;
            }
            use(made);
        }
        long header = peek();
        while (header == Words.JUMP) {
            use(ring.next());
            header = peek();
        }
        return header;
    }

    private void use(Ring next) {
        ring = next;
        words = next.words;
        references = next.references;
        mask = next.capacity - 1;
        lapShift = Words.lapShift(next.capacity);
    }

    @Override
    public long word(int index) {
        return words[Words.header(head, mask, stride) + index];
    }

    @Override
    public @Nullable Object reference(int slot) {
        return references[Words.reference(head, mask, referencesPerMessage) + slot];
    }

    @Override
    public void advance() {
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
    public void report() {
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
