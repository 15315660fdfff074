package dev.parley.sessions.store;

/**
 * Something that has happened in a session.
 *
 * @param number which it is of all that has happened in the session, from 1
 * @param event what, as JSON
 */
public record HistoryEntry(long number, String event) {}
