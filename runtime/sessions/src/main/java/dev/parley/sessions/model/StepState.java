package dev.parley.sessions.model;

/** How far a step of a workflow has come. */
public enum StepState {
    /** It has not begun. */
    PENDING,
    /** It is being worked on. */
    CURRENT,
    /** It is done. */
    COMPLETED
}
