/** Managed sessions: who owns them, what they are for, and how far they have come. */
@NullMarked
package dev.parley.sessions;

import org.jspecify.annotations.NullMarked;
