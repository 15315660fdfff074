package dev.parley.runtime;

/** Hears of a session's changes of status, and of the phases that it comes to. */
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

    /**
     * A role has crashed, and the session goes on without it, as its protocol says: those who wait for the role are told next, or nothing
     * is left for it to say. Called once, by the thread that tells them, perhaps while another calls {@link #statusChanged}. A
     * crash that ends the session is told as a change of status alone. Does nothing by default.
     *
     * @param session the session
     * @param role the role's name
     * @param cause the failure
     */
    default void roleCrashed(Session session, String role, Throwable cause) {}

    /**
     * A phase has begun, see {@link Phases}. Called for each phase at most once. All that is told of phases is told in order and
     * never by two threads at the same time, by one of the threads that play roles here; a change of status may be told by another thread
     * at the same time. What it throws goes to the thread's handler of uncaught exceptions.
     *
     * @param session the session
     * @param phase the phase's name
     */
    default void phaseBegun(Session session, String phase) {}

    /**
     * A phase that had begun is completed: no role is at it any more, or can come back to it. Otherwise as {@link #phaseBegun}.
     *
     * @param session the session
     * @param phase the phase's name
     */
    default void phaseCompleted(Session session, String phase) {}
}
