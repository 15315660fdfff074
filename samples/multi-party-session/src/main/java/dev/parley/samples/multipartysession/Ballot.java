package dev.parley.samples.multipartysession;

/** What a participant says to a motion. */
public enum Ballot {
    /** For it. */
    YES,
    /** Against it. */
    NO,
    /** Neither. */
    ABSTAIN
}
