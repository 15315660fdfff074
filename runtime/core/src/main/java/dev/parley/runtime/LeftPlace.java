package dev.parley.runtime;

/**
 * Where a player has left its role to another one.
 *
 * @param session the session
 * @param before who has played the role so far
 */
record LeftPlace(Session session, Endpoint before) implements Place {}
