package dev.parley.runtime.buffer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One role's end of a {@link DuplexCell}. */
final class DuplexEnd extends Padded implements OutLane, InLane {

    private static final VarHandle SENT;
    private static final VarHandle PASSED;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            SENT = lookup.findVarHandle(DuplexEnd.class, "sent", long.class);
            PASSED = lookup.findVarHandle(DuplexEnd.class, "passed", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static final int HEADER = Words.WORD_PAD;
    private static final int LAP_SHIFT = Words.lapShift(1);

    /** How many messages passed in both directions, as far as this end knows. */
    private long passed;

    private long sent;
    private final long[] words;
    private final Gate gate;
    private final Signal peerSignal;
    private final @Nullable Object[] references;
    private @Nullable DuplexEnd peer;
    private volatile boolean closed;

    DuplexEnd(long[] words, @Nullable Object[] references, Gate gate, Signal peerSignal) {
        this.words = words;
        this.references = references;
        this.gate = gate;
        this.peerSignal = peerSignal;
    }

    void connect(DuplexEnd other) {
        peer = other;
    }

    @Override
    public void send(long header) {
        gate.checkSend();
        publish(header);
    }

    /** There always is room: the last message was consumed, else this would be a second one in flight. */
    @Override
    public boolean claim() {
        gate.checkSend();
        return true;
    }

    @Override
    public void word(int index, long value) {
        words[HEADER + index] = value;
    }

    @Override
    public void reference(int slot, @Nullable Object value) {
        references[Words.REFERENCE_PAD + slot] = value;
    }

    @Override
    public void publish(long header) {
        long number = passed;
        Words.soWord(words, HEADER, header ^ Words.lap(number, LAP_SHIFT));
        // Opaque, both: for those who look on.
        PASSED.setOpaque(this, number + 1);
        SENT.setOpaque(this, sent + 1);
        peerSignal.wakeIfParked();
    }

    /** Whoever sees it closed sees all messages sent before; the fence is for the waking that follows. */
    @Override
    public void close() {
        closed = true;
        peerSignal.wakeIfParked();
    }

    boolean lvClosed() {
        return closed;
    }

    @Override
    public long poll() {
        Gate.Refusal refusal = gate.loRefusal();
        if (refusal != null) {
            refusal.onReceive();
        }
        long header = peek();
        return header >= Words.FIRST_MESSAGE ? header : nothing();
    }

    private long peek() {
        return Words.lvWord(words, HEADER) ^ Words.lap(passed, LAP_SHIFT);
    }

    private long nothing() {
        if (!gate.isOpen()) {
            gate.drained();
        }
        if (peer == null || !peer.lvClosed()) {
            return EMPTY;
        }
        long header = peek();
        return header >= Words.FIRST_MESSAGE ? header : CLOSED;
    }

    @Override
    public long word(int index) {
        return words[HEADER + index];
    }

    @Override
    public @Nullable Object reference(int slot) {
        return references[Words.REFERENCE_PAD + slot];
    }

    /** The stores are the receiver's last to the slot; whoever sends next does so after it, by the protocol. */
    @Override
    public void advance() {
        if (references.length != Words.REFERENCE_PAD) {
            Arrays.fill(references, null);
        }
        PASSED.setOpaque(this, passed + 1);
        if (!gate.isOpen()) {
            gate.drained();
        }
    }

    /** There is nothing to report: the next message itself says that this one was consumed. */
    @Override
    public void report() {}

    long sent() {
        return (long) SENT.getAcquire(this);
    }

    long received() {
        return (long) PASSED.getAcquire(this) - sent();
    }
}
