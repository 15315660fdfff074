package dev.parley.sessions.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The time, and what is to be done when it has come. Safe for use by many threads. */
public interface Time extends InstantSource, AutoCloseable {

    /** Something that is to be done later. */
    @FunctionalInterface
    interface Timer {

        /** Sees to it that it is not begun any more. Does nothing if it was. */
        void cancel();
    }

    /** Returns the time. */
    @Override
    Instant instant();

    /**
     * Does something later, once.
     *
     * @param delay how much later
     * @param action what; it should be quick, as others wait for their turn
     * @return what can cancel it; if this is closed, the action is never done
     */
    Timer after(Duration delay, Runnable action);

    /** Forgets all that was to be done. */
    @Override
    void close();

    /** Returns the time of this machine, with a thread of its own for what is to be done until it is closed. */
    static Time system() {
        return new SystemTime();
    }
}
