package dev.parley.runtime.buffer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Where messages lie in arrays, and the marks in their header words.
 *
 * <p>A header word is its own flag: bit 63, the lap bit, is 1 in what is written on the first way through the array, 0 on
 * the second, and so on. A reader that knows which lap it is on sees whether the word is of this lap, so nobody has to clear it.
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

    /** Returns where the message of a position has its header. */
    static int header(long position, int mask, int stride) {
        return WORD_PAD + ((int) position & mask) * stride;
    }

    /** Returns where the message of a position has its first reference. */
    static int reference(long position, int mask, int references) {
        return REFERENCE_PAD + ((int) position & mask) * references;
    }

    /** Returns the distance to shift, for {@link #lap}, in an array of a power of two messages. */
    static int lapShift(int capacity) {
        return 63 - Integer.numberOfTrailingZeros(capacity);
    }

    /** Returns the lap bit of what is written at a position, as a word with all other bits 0. */
    static long lap(long position, int lapShift) {
        return (~position << lapShift) & Long.MIN_VALUE;
    }

    /** Release: whoever sees the header sees the words and references of the message. */
    static void soWord(long[] words, int index, long value) {
        WORDS.setRelease(words, index, value);
    }

    /** Acquire: the words and references of the message are read after its header. */
    static long lvWord(long[] words, int index) {
        return (long) WORDS.getAcquire(words, index);
    }
}
