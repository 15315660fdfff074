package dev.parley.sessions.model;

/** How a session is doing. */
public enum HealthLevel {
    /** Well. */
    HEALTHY,
    /** It still works, but it is short of room, or much of what it does fails. */
    DEGRADED,
    /** It hardly works. */
    UNHEALTHY
}
