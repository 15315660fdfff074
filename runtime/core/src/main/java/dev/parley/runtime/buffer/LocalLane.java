package dev.parley.runtime.buffer;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A lane both of whose ends are used by one thread, so that it needs no memory order and cannot wait: a message that would
 * have to wait for room is an error.
 */
final class LocalLane implements Lane, OutLane, InLane {

    private final LaneSpec spec;
    private final Gate gate;
    private final int stride;
    private final int references;
    private @Nullable Ring ring;
    private long[] words = Ring.NONE.words;
    private int mask = -1;
    private long tail;
    private long head;
    private long dropped;
    private boolean closed;

    /** Seen at the last look for a message; so the message's consumption need not look again. */
    private boolean draining;

    LocalLane(LaneSpec spec, Gate gate) {
        this.spec = spec;
        this.gate = gate;
        this.stride = Ring.stride(spec);
        this.references = spec.references();
    }

    @Override
    public void send(long header) {
        if (claim()) {
            publish(header);
        }
    }

    @Override
    public boolean claim() {
        gate.checkSend();
        return tail - head <= mask || makeRoom();
    }

    @Override
    public void word(int index, long value) {
        words[header(tail, mask) + index] = value;
    }

    @Override
    public void reference(int slot, @Nullable Object value) {
        ring().references[reference(tail, mask) + slot] = value;
    }

    @Override
    public void publish(long header) {
        words[header(tail, mask)] = header;
        tail++;
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public long poll() {
        Gate.Refusal refusal = gate.loRefusal();
        if (refusal != null) {
            refusal.onReceive();
            draining = true;
        }
        return head == tail ? nothing() : words[header(head, mask)];
    }

    @Override
    public long word(int index) {
        return words[header(head, mask) + index];
    }

    @Override
    public @Nullable Object reference(int slot) {
        return ring().references[reference(head, mask) + slot];
    }

    @Override
    public void advance() {
        if (references != 0) {
            int first = reference(head, mask);
            Arrays.fill(ring().references, first, first + references, null);
        }
        head++;
        if (draining) {
            gate.drained();
        }
    }

    @Override
    public void report() {}

    private long nothing() {
        if (draining) {
            gate.drained();
        }
        if (gate.sendIfDue(spec.edge()) && head != tail) {
            return words[header(head, mask)];
        }
        return closed ? CLOSED : EMPTY;
    }

    private boolean makeRoom() {
        if (ring == null) {
            resize(spec.mode() == Mode.LATEST_VALUE ? 1 : spec.capacity());
            return true;
        }
        if (spec.mode() == Mode.LATEST_VALUE) {
            head++;
            dropped++;
            return true;
        }
        switch (spec.whenFull()) {
            case BLOCK -> throw gate.wouldBlock(spec.edge(), mask + 1);
            case DROP -> {
                dropped++;
                return false;
            }
            case ERROR -> throw gate.overflow(spec.edge(), mask + 1);
            case RESIZE -> {
                if (mask + 1 == spec.maxCapacity()) {
                    throw gate.wouldBlock(spec.edge(), mask + 1);
                }
                resize(2 * (mask + 1));
                return true;
            }
        }
        throw new AssertionError(spec.whenFull());
    }

    private void resize(int capacity) {
        Ring larger = new Ring(spec, capacity);
        for (long i = head; i < tail; i++) {
            System.arraycopy(words, header(i, mask), larger.words, header(i, capacity - 1), stride);
            System.arraycopy(
                    ring().references, reference(i, mask), larger.references, reference(i, capacity - 1), references);
        }
        ring = larger;
        words = larger.words;
        mask = capacity - 1;
    }

    private int header(long position, int in) {
        return Words.WORD_PAD + ((int) position & in) * stride;
    }

    private int reference(long position, int in) {
        return Words.REFERENCE_PAD + ((int) position & in) * references;
    }

    /** There is one from the first claim on. */
    private Ring ring() {
        if (ring == null) {
            throw new IllegalStateException("No message was claimed or polled.");
        }
        return ring;
    }

    @Override
    public OutLane out() {
        return this;
    }

    @Override
    public InLane in() {
        return this;
    }

    @Override
    public boolean isEmpty() {
        return head == tail;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public long sent() {
        return tail;
    }

    @Override
    public long dropped() {
        return dropped;
    }
}
