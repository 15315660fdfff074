package dev.parley.runtime.transport;

import java.io.IOException;

/** What the values of one message may come to, so that a few bytes never become many objects. */
final class Limits {

    private int values;
    private int depth;

    /** Comes to a value, or to null. */
    void count() throws IOException {
        announce(1);
        values++;
    }

    /** Makes sure that so many values may follow. */
    void announce(int more) throws IOException {
        if (more > BasicCodec.MAX_VALUES - values) {
            throw new IOException("a message has more than " + BasicCodec.MAX_VALUES + " values");
        }
    }

    /** Goes into a value. */
    void enter() throws IOException {
        depth++;
        if (depth > BasicCodec.MAX_DEPTH) {
            throw new IOException("values are nested more than " + BasicCodec.MAX_DEPTH + " deep");
        }
    }

    void leave() {
        depth--;
    }
}
