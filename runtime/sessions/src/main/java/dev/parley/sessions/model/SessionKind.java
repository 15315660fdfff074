package dev.parley.sessions.model;

/** What a managed session is for. */
public enum SessionKind {
    /** Directs others: splits work and hands it out. */
    DIRECTOR,
    /** Does a part of the work that it is handed. */
    DEPARTMENT,
    /** Sees every event and never sends. */
    OBSERVER,
    /** Serves a user or runs a protocol, on its own. */
    ACTIVE
}
