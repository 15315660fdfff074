package dev.parley.sessions.store;

/**
 * That a node manages a session. Every write shows it; one that has been overtaken changes nothing.
 *
 * @param node the node's name
 * @param epoch counts up each time that a node takes the session over, from 1
 */
public record Claim(String node, long epoch) {}
