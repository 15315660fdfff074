package dev.parley.sessions.random;

/**
 * A session that was archived.
 *
 * @param json what was written of it
 * @param session what it was then
 */
record ModelArchive(String json, ModelSession session) {}
