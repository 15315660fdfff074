package dev.parley.runtime.buffer;

import org.jspecify.annotations.Nullable;

/**
 * Both lanes between two roles that never have more than one message in flight between them, both directions together:
 * they share one slot, and so one cache line carries a request and the reply to it.
 *
 * <p>Whoever sends next has received, or has sent and knows to be received, all that was sent before. So both ends count the
 * messages of both directions alike, and a bit of the header, which changes with every message, tells an end what is new to it.
 */
public final class DuplexCell {

    private final Lane there;
    private final Lane back;

    /**
     * Creates the lanes.
     *
     * @param there the shape of the lane in one direction
     * @param back the shape of the lane in the other
     * @param gate whether traffic may pass
     * @param sender where the role waits that sends {@code there}
     * @param receiver where the role waits that sends {@code back}
     */
    public DuplexCell(LaneSpec there, LaneSpec back, Gate gate, Waiter sender, Waiter receiver) {
        int stride = Math.max(there.stride(), back.stride());
        long[] words = new long[Words.WORD_PAD + stride + Words.WORD_PAD];
        @Nullable Object[] references =
                new @Nullable Object[Words.REFERENCE_PAD + Math.max(there.references(), back.references())];
        DuplexEnd left = new DuplexEnd(words, references, gate, receiver.signal());
        DuplexEnd right = new DuplexEnd(words, references, gate, sender.signal());
        left.connect(right);
        right.connect(left);
        this.there = new Direction(left, right);
        this.back = new Direction(right, left);
    }

    /** Returns the lane in the one direction. */
    public Lane there() {
        return there;
    }

    /** Returns the lane in the other direction. */
    public Lane back() {
        return back;
    }

    private record Direction(DuplexEnd from, DuplexEnd to) implements Lane {

        @Override
        public OutLane out() {
            return from;
        }

        @Override
        public InLane in() {
            return to;
        }

        @Override
        public boolean isEmpty() {
            return from.loCount() == to.received();
        }

        @Override
        public boolean isClosed() {
            return to.lvClosed();
        }

        @Override
        public long sent() {
            return from.loCount();
        }

        @Override
        public long dropped() {
            return 0;
        }
    }
}
