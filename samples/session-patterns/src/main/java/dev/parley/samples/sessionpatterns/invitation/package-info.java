/** Invitation and response: two find a time that suits both, or part. */
@NullMarked
package dev.parley.samples.sessionpatterns.invitation;

import org.jspecify.annotations.NullMarked;
