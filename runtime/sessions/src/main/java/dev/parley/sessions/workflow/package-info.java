/** The steps of the work that a session does, and the tasks that it delegates. */
@NullMarked
package dev.parley.sessions.workflow;

import org.jspecify.annotations.NullMarked;
