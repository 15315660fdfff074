/** One managed session while it is run here: its lock, its place in the store, and its events. */
@NullMarked
package dev.parley.sessions.live;

import org.jspecify.annotations.NullMarked;
