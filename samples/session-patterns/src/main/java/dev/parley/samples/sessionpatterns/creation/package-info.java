/** Creation and coordination: something comes into being only if all who are needed for it agree. */
@NullMarked
package dev.parley.samples.sessionpatterns.creation;

import org.jspecify.annotations.NullMarked;
