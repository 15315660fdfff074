package dev.parley.runtime;

/** Hears of a session's changes of status. */
@FunctionalInterface
public interface SessionListener {

    /**
     * A session has changed its status. Called for each change exactly once and in order, never by two threads at the same
     * time, by one of the threads that change it; the status may have moved on. What it throws goes to that thread's handler of
     * uncaught exceptions.
     *
     * @param session the session
     * @param from what it was
     * @param to what it became
     */
    void statusChanged(Session session, SessionStatus from, SessionStatus to);
}
