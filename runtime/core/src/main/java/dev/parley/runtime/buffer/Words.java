package dev.parley.runtime.buffer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * How words lie in arrays and pass from core to core.
 *
 * <p>A header word is its own flag: the sender stores it last, and the receiver clears it. A bit that changes from lap to lap would save
 * the clearing, and was slower: the store hands the cache line over to the core that clears, from which the sender gets it back
 * sooner than it can take back a line that both share.
 */
final class Words {

    /** Every header of a message is at least this, as codes begin at 1. */
    static final long FIRST_MESSAGE = 1L << 32;

    /** The header, with code 0, that leads on to a larger ring. */
    static final long JUMP = 1;

    /** Words before the first message, two cache lines: the array's length lies before them and is read at every access. */
    static final int WORD_PAD = 16;

    /** References before the first message's, for the same reason. */
    static final int REFERENCE_PAD = 32;

    private static final VarHandle WORDS = MethodHandles.arrayElementVarHandle(long[].class);

    private Words() {}

    /** Release: whoever sees the header sees the words and references of the message. */
    static void soWord(long[] words, int index, long value) {
        WORDS.setRelease(words, index, value);
    }

    /** Acquire: the words and references of the message are read after its header. */
    static long lvWord(long[] words, int index) {
        return (long) WORDS.getAcquire(words, index);
    }

    /**
     * Acquire, by an addition of 0. The core that looks takes the cache line for itself and so can answer into it at once, where
     * after a plain load it would have to fetch it a second time to store: two transfers for a request and its reply instead of
     * four. Not {@code getAndAddAcquire}, which before JDK 21 loads first and so loses the effect.
     */
    static long lvWordToOwn(long[] words, int index) {
        return (long) WORDS.getAndAdd(words, index, 0L);
    }
}
