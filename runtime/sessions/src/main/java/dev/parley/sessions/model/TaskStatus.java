package dev.parley.sessions.model;

/** How far a task has come. */
public enum TaskStatus {
    /** Nobody has it: it waits to be handed out, for the first time or again. */
    PENDING,
    /** An agent has it. */
    IN_PROGRESS,
    /** It is done. */
    COMPLETED,
    /** Every agent that could do it has failed. */
    FAILED,
    /** The last agent that could do it has not answered in time. */
    TIMEOUT;

    /** Returns whether nothing follows. */
    public boolean isFinal() {
        return this != PENDING && this != IN_PROGRESS;
    }
}
