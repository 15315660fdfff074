package dev.parley.sessions.event;

/** Hears of what happens in managed sessions. */
@FunctionalInterface
public interface SessionEventListener {

    /**
     * Something has happened. Called exactly once for each event; for the events of one session in their order and never by two threads at
     * the same time, for those of several sessions perhaps so. No lock is held meanwhile, so it may use the session; what happens by that is
     * told afterwards. Until it returns, the session's later events wait, as does a thread that has caused them. What it throws is logged, and
     * neither the session nor other listeners notice.
     *
     * @param event what has happened
     */
    void happened(SessionEvent event);
}
