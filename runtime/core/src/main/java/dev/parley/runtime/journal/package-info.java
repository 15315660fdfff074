/** Append-only logs: what a durable session has done, and the facts that guards commit to. */
@NullMarked
package dev.parley.runtime.journal;

import org.jspecify.annotations.NullMarked;
