package dev.parley.sessions.model;

/** What a participant of a session is doing. */
public enum ParticipantState {
    /** It takes part. */
    ACTIVE,
    /** It waits for others. */
    WAITING,
    /** It works on something. */
    BUSY,
    /** It takes part no more. */
    LEFT
}
