/** A director who has departments do the work, and an observer who watches. */
@NullMarked
package dev.parley.samples.managed.orchestration;

import org.jspecify.annotations.NullMarked;
