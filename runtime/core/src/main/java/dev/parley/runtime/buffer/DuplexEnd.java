package dev.parley.runtime.buffer;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One role's end of a {@link DuplexCell}. Its position is the number of messages that passed in both directions, as far as this end
 * knows; its count is that of the messages it has sent.
 */
final class DuplexEnd extends Cursor implements OutLane, InLane {

    private static final int HEADER = Words.WORD_PAD;

    private final long[] words;
    private final Gate gate;
    private final Signal peerSignal;
    private final @Nullable Object[] references;
    private @Nullable DuplexEnd peer;

    /** Set by the peer. It lies here, as what lies there changes with every message the peer sends. */
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
        long passed = position;
        Words.soWord(words, HEADER, header ^ turn(passed));
        // For those who look on; the peer sees a message by its header.
        soPosition(passed + 1);
        soCount(count + 1);
        peerSignal.wakeIfParked();
    }

    @Override
    public void close() {
        Objects.requireNonNull(peer).svClosed();
        peerSignal.wakeIfParked();
    }

    /** Whoever sees it closed sees all messages sent before; the fence is for the waking that follows. */
    private void svClosed() {
        closed = true;
    }

    /** Returns whether the peer has closed its direction. */
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
        return Words.lvWordToOwn(words, HEADER) ^ turn(position);
    }

    /** Returns bit 63 of the message's header: 1 for the first, then 0, and so on, so that an end sees what is new to it. */
    private static long turn(long passed) {
        return ~passed << 63;
    }

    private long nothing() {
        if (!gate.isOpen()) {
            gate.drained();
        }
        if (!closed) {
            return EMPTY;
        }
        // What was sent before the closing is visible now, even if it was not at the first look.
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
        soPosition(position + 1);
        if (!gate.isOpen()) {
            gate.drained();
        }
    }

    /** There is nothing to report: the next message itself says that this one was consumed. */
    @Override
    public void report() {}

    long received() {
        return lvPosition() - loCount();
    }
}
