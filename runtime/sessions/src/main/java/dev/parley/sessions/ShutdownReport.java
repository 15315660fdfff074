package dev.parley.sessions;

import java.util.List;

/**
 * What was left undone when a session was shut down.
 *
 * @param session the session's id
 * @param unreadLetters how many letters were not read; their senders are told
 * @param conversations the names of the conversations in which something that was sent was not received, or that had not come to their end when
 *     the session was ended at once
 * @param tasks the ids of the tasks that nobody had answered
 */
public record ShutdownReport(String session, int unreadLetters, List<String> conversations, List<String> tasks) {

    /** Copies the lists. */
    public ShutdownReport {
        conversations = List.copyOf(conversations);
        tasks = List.copyOf(tasks);
    }

    static ShutdownReport nothing(String session) {
        return new ShutdownReport(session, 0, List.of(), List.of());
    }

    /** Returns whether nothing was left. */
    public boolean isClean() {
        return unreadLetters == 0 && conversations.isEmpty() && tasks.isEmpty();
    }
}
