package dev.parley.runtime;

import dev.parley.runtime.buffer.InLane;
import dev.parley.runtime.buffer.LaneSpec;
import dev.parley.runtime.buffer.OutLane;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Room for one message outside of all lanes: filled in like one that is sent, and read like one that is received. */
final class Envelope implements OutLane, InLane {

    private final long[] words;
    private final @Nullable Object[] references;

    /**
     * Creates an empty one.
     *
     * @param lane the shape of the messages that it is for
     */
    Envelope(LaneSpec lane) {
        words = new long[lane.stride()];
        references = new @Nullable Object[lane.references()];
    }

    /** Fills the message in elsewhere, all but its header. */
    void copyTo(OutLane lane) {
        for (int i = 1; i < words.length; i++) {
            lane.word(i, words[i]);
        }
        for (int i = 0; i < references.length; i++) {
            lane.reference(i, references[i]);
        }
    }

    /** Forgets the references, so that they can be collected. */
    void clear() {
        Arrays.fill(references, null);
    }

    @Override
    public void send(long header) {
        publish(header);
    }

    @Override
    public boolean claim() {
        return true;
    }

    @Override
    public void word(int index, long value) {
        words[index] = value;
    }

    @Override
    public void reference(int slot, @Nullable Object value) {
        references[slot] = value;
    }

    @Override
    public void publish(long header) {
        words[0] = header;
    }

    @Override
    public void close() {}

    @Override
    public long poll() {
        return words[0];
    }

    @Override
    public long word(int index) {
        return words[index];
    }

    @Override
    public @Nullable Object reference(int slot) {
        return references[slot];
    }

    @Override
    public void advance() {}

    @Override
    public void report() {}
}
