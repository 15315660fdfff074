package dev.parley.runtime.buffer;

/** How a role waits for a message or for room. */
public enum WaitStrategy {
    /** Spins: the shortest delay, for one core per role. */
    SPIN,
    /** Spins for some microseconds, then yields the core again and again. */
    SPIN_YIELD,
    /** Spins for some tens of microseconds (on a virtual thread hardly at all), then parks: the default. */
    SPIN_PARK
}
