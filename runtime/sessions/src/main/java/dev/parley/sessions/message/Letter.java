package dev.parley.sessions.message;

import java.time.Instant;

/**
 * What one session sends to another.
 *
 * @param id what it is referred to by, unique among the letters of a manager
 * @param type what kind of letter it is; sessions register for types
 * @param from the id of the session that sends it
 * @param to the id of the session that gets it
 * @param priority letters of higher priority are read first
 * @param payload what it says; handed over as it is
 * @param sentAt when it was sent
 */
public record Letter(long id, String type, String from, String to, int priority, Object payload, Instant sentAt) {}
