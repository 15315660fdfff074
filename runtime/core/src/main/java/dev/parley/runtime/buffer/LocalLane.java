package dev.parley.runtime.buffer;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A lane both of whose ends are used by one thread, so that it needs no memory order and no padding, and cannot wait: a message
 * that would have to wait for room is an error, unless its sender asks {@link #hasRoom} first.
 */
class LocalLane implements Lane, OutLane, InLane {

    private static final long[] NO_WORDS = {};
    private static final @Nullable Object[] NO_REFERENCES = {};

    private final LaneSpec spec;
    private final Gate gate;
    private long[] words = NO_WORDS;
    private @Nullable Object[] references = NO_REFERENCES;
    private @Nullable Sleeper receiver;

    /** How many messages are in the lane: the last of those sent. */
    private int waiting;

    private long sent;
    private final byte strideShift;
    private boolean closed;

    /** Somebody has to be told of the next message consumed: a session that drains, or a sender without room. */
    private boolean watched;

    private boolean starved;

    LocalLane(LaneSpec spec, Gate gate) {
        this.spec = spec;
        this.gate = gate;
        this.strideShift = (byte) Integer.numberOfTrailingZeros(Ring.stride(spec));
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
        return waiting < capacity() || makeRoom();
    }

    @Override
    public void word(int index, long value) {
        words[header(sent, words) + index] = value;
    }

    @Override
    public void reference(int slot, @Nullable Object value) {
        references[reference(sent, capacity()) + slot] = value;
    }

    @Override
    public void publish(long header) {
        words[header(sent, words)] = header;
        sent++;
        waiting++;
        wake(receiver);
    }

    @Override
    public void close() {
        closed = true;
        wake(receiver);
    }

    private static void wake(@Nullable Sleeper sleeper) {
        if (sleeper != null) {
            sleeper.wake();
        }
    }

    @Override
    public boolean hasRoom() {
        boolean room = waiting < capacity()
                || words.length == 0
                || spec.mode() == Mode.LATEST_VALUE
                || spec.whenFull() == WhenFull.DROP
                || spec.whenFull() == WhenFull.ERROR
                || mayGrow();
        if (!room) {
            starved = true;
            watched = true;
        }
        return room;
    }

    @Override
    public void onArrival(Sleeper sleeper) {
        receiver = sleeper;
    }

    @Override
    public long poll() {
        Gate.Refusal refusal = gate.loRefusal();
        if (refusal != null) {
            refusal.onReceive();
            watched = true;
        }
        return waiting == 0 ? nothing() : words[header(sent - waiting, words)];
    }

    @Override
    public long word(int index) {
        return words[header(sent - waiting, words) + index];
    }

    @Override
    public @Nullable Object reference(int slot) {
        return references[reference(sent - waiting, capacity()) + slot];
    }

    @Override
    public void advance() {
        if (references.length != 0) {
            int first = reference(sent - waiting, capacity());
            Arrays.fill(references, first, first + spec.references(), null);
        }
        waiting--;
        if (watched) {
            consumed();
        }
    }

    private void consumed() {
        watched = false;
        if (starved) {
            starved = false;
            gate.room(spec.edge());
        }
        if (!gate.isOpen()) {
            gate.drained();
        }
    }

    @Override
    public void report() {}

    private long nothing() {
        if (!gate.isOpen()) {
            gate.drained();
        }
        if (gate.sendIfDue(spec.edge()) && waiting != 0) {
            return words[header(sent - waiting, words)];
        }
        return closed ? CLOSED : EMPTY;
    }

    private boolean makeRoom() {
        if (words.length == 0) {
            resize(spec.mode() == Mode.LATEST_VALUE ? 1 : spec.capacity());
            return true;
        }
        return full();
    }

    /** Makes room in a full lane, or returns false if it loses the message. */
    boolean full() {
        if (spec.whenFull() == WhenFull.ERROR) {
            throw gate.overflow(spec.edge(), capacity());
        }
        if (!mayGrow()) {
            throw gate.wouldBlock(spec.edge(), capacity());
        }
        resize(2 * capacity());
        return true;
    }

    /** Gives up the oldest message. */
    final void forget() {
        waiting--;
    }

    private boolean mayGrow() {
        return spec.whenFull() == WhenFull.RESIZE && capacity() < spec.maxCapacity();
    }

    private void resize(int capacity) {
        int stride = 1 << strideShift;
        long[] moreWords = new long[capacity << strideShift];
        @Nullable Object[] moreReferences =
                spec.references() == 0 ? NO_REFERENCES : new @Nullable Object[capacity * spec.references()];
        for (long i = sent - waiting; i < sent; i++) {
            System.arraycopy(words, header(i, words), moreWords, header(i, moreWords), stride);
            System.arraycopy(
                    references, reference(i, capacity()), moreReferences, reference(i, capacity), spec.references());
        }
        words = moreWords;
        references = moreReferences;
    }

    /** Returns how many messages there is room for; 0 at first. */
    private int capacity() {
        return words.length >> strideShift;
    }

    private int header(long position, long[] in) {
        return ((int) position << strideShift) & (in.length - 1);
    }

    private int reference(long position, int of) {
        return ((int) position & (of - 1)) * spec.references();
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
        return waiting == 0;
    }

    @Override
    public long waiting() {
        return waiting;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public long sent() {
        return sent;
    }

    @Override
    public long dropped() {
        return 0;
    }
}
