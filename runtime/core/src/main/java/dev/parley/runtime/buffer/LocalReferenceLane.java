package dev.parley.runtime.buffer;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A lane within one thread whose messages have references. */
class LocalReferenceLane extends LocalLane {

    private static final @Nullable Object[] NONE = {};

    private final int perMessage;
    private @Nullable Object[] references = NONE;

    LocalReferenceLane(LaneSpec spec, Gate gate) {
        super(spec, gate);
        perMessage = spec.references();
    }

    @Override
    public final void reference(int slot, @Nullable Object value) {
        references[place(next(), capacity()) + slot] = value;
    }

    @Override
    public final @Nullable Object reference(int slot) {
        return references[place(first(), capacity()) + slot];
    }

    @Override
    public final void advance() {
        int place = place(first(), capacity());
        Arrays.fill(references, place, place + perMessage, null);
        super.advance();
    }

    @Override
    final void resize(int capacity) {
        @Nullable Object[] more = new @Nullable Object[capacity * perMessage];
        for (long i = first(); i < next(); i++) {
            System.arraycopy(references, place(i, capacity()), more, place(i, capacity), perMessage);
        }
        references = more;
        super.resize(capacity);
    }

    private int place(long position, int of) {
        return ((int) position & (of - 1)) * perMessage;
    }
}
