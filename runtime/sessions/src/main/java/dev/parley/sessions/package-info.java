/** The session manager: creates managed sessions, runs them, finds them, and ends them. */
@NullMarked
package dev.parley.sessions;

import org.jspecify.annotations.NullMarked;
