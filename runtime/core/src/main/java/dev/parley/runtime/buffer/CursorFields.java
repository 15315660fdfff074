package dev.parley.runtime.buffer;

/** The fields of a cursor, in a class of their own so that the padding lies behind them. */
abstract class CursorFields extends Padded {

    /** How many messages are behind; within a ring, those of the laps before this one. */
    long position;

    /** How often something else happened. */
    long count;

    /** Within a ring, the index of the next message's header. */
    int slot = Words.WORD_PAD;

    /** The slot where the owner has to do more than to go on. */
    int milestone = Words.WORD_PAD;
}
