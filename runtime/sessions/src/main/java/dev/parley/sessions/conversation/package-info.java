/** The conversations of a session: each a run of a compiled protocol. */
@NullMarked
package dev.parley.sessions.conversation;

import org.jspecify.annotations.NullMarked;
