/** What sessions do, counted: by each session, and by the manager for all of them. */
@NullMarked
package dev.parley.sessions.figures;

import org.jspecify.annotations.NullMarked;
