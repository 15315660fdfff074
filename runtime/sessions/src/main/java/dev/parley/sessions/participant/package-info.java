/** Who takes part in a session, and what they share. */
@NullMarked
package dev.parley.sessions.participant;

import org.jspecify.annotations.NullMarked;
