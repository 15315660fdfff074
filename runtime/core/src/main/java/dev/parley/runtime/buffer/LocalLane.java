package dev.parley.runtime.buffer;

import org.jspecify.annotations.Nullable;

/**
 * A lane both of whose ends are used by one thread, so that it needs no memory order and no padding, and cannot wait: a message
 * that would have to wait for room is an error, unless its sender asks {@link #hasRoom} first. Its messages have no references; there are very
 * many such lanes.
 */
class LocalLane implements Lane, OutLane, InLane {

    private static final long[] NO_WORDS = {};
    private static final String NO_REFERENCES = "The messages of this lane have no references.";

    private final LaneSpec spec;
    private final Gate gate;
    private long[] words = NO_WORDS;
    private @Nullable Sleeper receiver;

    /** One less than how many messages there is room for. */
    private int mask = -1;

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

    /** Creates the lane for a shape. */
    static LocalLane of(LaneSpec spec, Gate gate) {
        if (spec.mode() == Mode.LATEST_VALUE || spec.whenFull() == WhenFull.DROP) {
            return new LossyLocalLane(spec, gate);
        }
        return spec.references() == 0 ? new LocalLane(spec, gate) : new LocalReferenceLane(spec, gate);
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
        return waiting <= mask || makeRoom();
    }

    @Override
    public void word(int index, long value) {
        words[header(sent, mask) + index] = value;
    }

    @Override
    public void reference(int slot, @Nullable Object value) {
        throw new UnsupportedOperationException(NO_REFERENCES);
    }

    @Override
    public void publish(long header) {
        words[header(sent, mask)] = header;
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
        boolean room = waiting <= mask
                || mask < 0
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
        return waiting == 0 ? nothing() : words[header(sent - waiting, mask)];
    }

    @Override
    public long word(int index) {
        return words[header(sent - waiting, mask) + index];
    }

    @Override
    public @Nullable Object reference(int slot) {
        throw new UnsupportedOperationException(NO_REFERENCES);
    }

    @Override
    public void advance() {
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
            return words[header(sent - waiting, mask)];
        }
        return closed ? CLOSED : EMPTY;
    }

    private boolean makeRoom() {
        if (mask < 0) {
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

    /** Makes room for more messages than there was room for. */
    void resize(int capacity) {
        int stride = 1 << strideShift;
        long[] more = new long[capacity << strideShift];
        for (long i = sent - waiting; i < sent; i++) {
            System.arraycopy(words, header(i, mask), more, header(i, capacity - 1), stride);
        }
        words = more;
        mask = capacity - 1;
    }

    /** Returns how many messages there is room for; 0 at first. */
    final int capacity() {
        return mask + 1;
    }

    /** Returns the number of the next message to be sent, from 0. */
    final long next() {
        return sent;
    }

    /** Returns the number of the next message to be received. */
    final long first() {
        return sent - waiting;
    }

    private int header(long position, int in) {
        return ((int) position & in) << strideShift;
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
