package dev.parley.sessions.health;

import dev.parley.sessions.figures.Performance;
import dev.parley.sessions.model.ManagedSession;

/**
 * All that is known of how a session is doing.
 *
 * @param session what it is
 * @param health how it is doing
 * @param performance what it did
 */
public record SessionReport(ManagedSession session, SessionHealth health, Performance performance) {}
