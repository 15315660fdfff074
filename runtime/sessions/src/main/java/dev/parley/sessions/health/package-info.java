/** How sessions are doing: what waits in them, what fails in them, and the reports on that. */
@NullMarked
package dev.parley.sessions.health;

import org.jspecify.annotations.NullMarked;
