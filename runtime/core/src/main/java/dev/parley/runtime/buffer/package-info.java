/**
 * Lanes, which carry messages from one role to another, and how a role waits at them; nothing here knows of sessions.
 *
 * <p>Accessors carry their memory order in the first two letters of their name: {@code lo} loads with opaque order,
 * {@code lv} with acquire order (what follows stays behind it), {@code so} stores with release order (what precedes stays
 * before it), {@code sv} stores with a full fence behind it.
 */
@NullMarked
package dev.parley.runtime.buffer;

import org.jspecify.annotations.NullMarked;
