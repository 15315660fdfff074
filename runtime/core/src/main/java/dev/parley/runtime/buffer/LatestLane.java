package dev.parley.runtime.buffer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A lane that keeps the latest message only. Messages are numbered; the sender writes each into the next of a few slots and
 * then publishes its number; it never waits. The receiver copies the message of the latest number, and copies again if so many were
 * sent meanwhile that the slot may have been written to.
 *
 * <p>This is a sequence lock (Boehm, "Can Seqlocks Get Along With Programming Language Memory Models?", MSPC 2012) whose one sequence
 * covers several slots, so that a sender that stops in the middle of a message keeps nobody from reading the one before, and the
 * receiver retries only if the sender has sent many more. The position is the number of the latest message, 0 for none.
 */
final class LatestLane extends Cursor implements Lane {

    /** A power of two. This many replaced messages keep their references reachable. */
    private static final int SLOTS = 16;

    private static final VarHandle WORDS = MethodHandles.arrayElementVarHandle(long[].class);
    private static final VarHandle REFERENCES = MethodHandles.arrayElementVarHandle(Object[].class);

    private final LaneSpec spec;
    private final Ring slots;
    private final int stride;
    private final LatestSender sender;
    private final LatestReceiver receiver;

    private volatile boolean closed;

    LatestLane(LaneSpec spec, Gate gate, Waiter receiver) {
        this.spec = spec;
        this.slots = new Ring(spec, SLOTS);
        this.stride = Ring.stride(spec);
        this.sender = new LatestSender(this, gate, receiver.signal());
        this.receiver = new LatestReceiver(this, gate);
    }

    LaneSpec spec() {
        return spec;
    }

    /**
     * Opaque: the receiver may look at the same time, and it must see a whole word. The order comes from {@link #openSlot} and {@link #soPublished}.
     */
    void soWord(long number, int index, long value) {
        WORDS.setOpaque(slots.words, header(number) + index, value);
    }

    void soReference(long number, int slot, @Nullable Object value) {
        REFERENCES.setOpaque(slots.references, reference(number) + slot, value);
    }

    /**
     * Keeps the stores into a slot behind the publication of the message before: a receiver that sees one of them also sees
     * that number, and so knows that the slot is not what it was.
     */
    static void openSlot() {
        VarHandle.releaseFence();
    }

    /** Release: whoever sees the number sees the message. */
    void soPublished(long number) {
        soPosition(number);
    }

    /** Acquire, see {@link #soPublished}. */
    long lvPublished() {
        return lvPosition();
    }

    /**
     * Copies a message.
     *
     * @return whether the copy is whole
     */
    boolean copy(long number, long[] words, @Nullable Object[] references) {
        int header = header(number);
        for (int i = 0; i < words.length; i++) {
            words[i] = (long) WORDS.getOpaque(slots.words, header + i);
        }
        int first = reference(number);
        for (int i = 0; i < references.length; i++) {
            references[i] = REFERENCES.getOpaque(slots.references, first + i);
        }
        // Keeps the loads from the slot before the load of the number. The slot is written to again after SLOTS - 1
        // more messages.
        VarHandle.acquireFence();
        return lvPublished() - number < SLOTS - 1;
    }

    private int header(long number) {
        return Words.WORD_PAD + ((int) number & (SLOTS - 1)) * stride;
    }

    private int reference(long number) {
        return Words.REFERENCE_PAD + ((int) number & (SLOTS - 1)) * spec.references();
    }

    /** Whoever sees it closed sees the last message; the fence is for the waking that follows. */
    void svClosed() {
        closed = true;
    }

    boolean lvClosed() {
        return closed;
    }

    @Override
    public OutLane out() {
        return sender;
    }

    @Override
    public InLane in() {
        return receiver;
    }

    @Override
    public boolean isEmpty() {
        return lvPublished() == receiver.lvPosition();
    }

    @Override
    public boolean isClosed() {
        return lvClosed();
    }

    @Override
    public long sent() {
        return lvPublished();
    }

    @Override
    public long dropped() {
        return receiver.loCount();
    }
}
