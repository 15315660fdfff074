package dev.parley.runtime.buffer;

/** What a lane keeps. */
public enum Mode {
    /** Every message, in the order sent. */
    FIFO,
    /** The latest message only. */
    LATEST_VALUE
}
