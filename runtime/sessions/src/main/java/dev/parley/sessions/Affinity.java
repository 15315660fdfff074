package dev.parley.sessions;

/** Which of several sessions that can read a letter gets it. */
public enum Affinity {
    /** The one that got the last letter of the same key, as long as it can; else the least loaded. */
    STICKY,
    /** Each in turn. */
    ROUND_ROBIN,
    /** The one with the fewest letters waiting. */
    LEAST_LOADED
}
