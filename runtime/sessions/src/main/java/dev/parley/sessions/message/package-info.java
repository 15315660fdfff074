/** Letters between sessions: whoever has registered for a type of them gets them in an inbox. */
@NullMarked
package dev.parley.sessions.message;

import org.jspecify.annotations.NullMarked;
