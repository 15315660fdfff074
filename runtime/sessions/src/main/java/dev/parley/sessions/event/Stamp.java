package dev.parley.sessions.event;

import java.time.Instant;

/**
 * Where and when something happened. Events of one session are ordered by epoch and number, also across nodes that have taken the session
 * over from each other.
 *
 * @param session the id of the session
 * @param epoch the epoch in which the session is managed, which counts its takeovers
 * @param number counts the session's events in that epoch, from 1; 0 for what never became a session
 * @param at when
 */
public record Stamp(String session, long epoch, long number, Instant at) {}
