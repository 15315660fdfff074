package dev.parley.runtime.buffer;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The receiver's end of a {@link FifoLane}. At its milestones it reports its progress. */
final class FifoReceiver extends RingCursor implements InLane {

    private final Gate gate;
    private final Signal sender;
    private final FifoLane lane;
    private int reportedSlot = slot;

    FifoReceiver(FifoLane lane, Gate gate, Signal sender) {
        super(lane.spec);
        this.lane = lane;
        this.gate = gate;
        this.sender = sender;
    }

    @Override
    public long poll() {
        Gate.Refusal refusal = gate.loRefusal();
        if (refusal != null) {
            refusal.onReceive();
            // The message, if there is one, may be the last: advance is to say so.
            milestone = slot + stride;
        }
        long header = peek();
        return header >= Words.FIRST_MESSAGE ? header : nothing(header);
    }

    /** Returns the header of the next message, or something less than all headers. */
    private long peek() {
        return Words.lvWord(words, slot);
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
            enter(lane.lvRing());
        }
        long header = peek();
        while (header == Words.JUMP) {
            enter(ring.next());
            header = peek();
        }
        return header;
    }

    private void enter(Ring next) {
        begin(next);
        reportedSlot = slot;
        milestone = slot + reportEvery() * stride;
    }

    /** A sender that waits for room may as well wait for more of it. One that loses messages, or grows, must know exactly. */
    private int reportEvery() {
        return lane.spec.whenFull() == WhenFull.BLOCK ? Math.max(1, ring.capacity / 4) : 1;
    }

    @Override
    public long word(int index) {
        return words[slot + index];
    }

    @Override
    public @Nullable Object reference(int index) {
        return references[firstReference() + index];
    }

    @Override
    public void advance() {
        if (referencesPerMessage != 0) {
            int first = firstReference();
            Arrays.fill(references, first, first + referencesPerMessage, null);
        }
        int at = slot;
        // Plain: the sender stores here again only after this was reported.
        words[at] = EMPTY;
        int next = at + stride;
        soSlot(next);
        if (next == milestone) {
            pass();
        }
    }

    private void pass() {
        report();
        turn();
        reportedSlot = slot;
        milestone = slot + reportEvery() * stride;
        if (!gate.isOpen()) {
            gate.drained();
        }
    }

    @Override
    public void report() {
        if (slot != reportedSlot) {
            reportedSlot = slot;
            lane.soReported(passed(position, slot));
            sender.wakeIfParked();
        }
    }

    @Override
    void restart(long passed) {
        soSlot(Words.WORD_PAD);
        soPosition(passed);
    }

    /** Read against the order of {@link #restart}: at times too few, never too many. */
    long received() {
        long laps = lvPosition();
        return passed(laps, lvSlot());
    }
}
