/** The life of one session: it is opened, worked in, interrupted and resumed, and closed with an account of what was done. */
@NullMarked
package dev.parley.samples.sessionpatterns.lifecycle;

import org.jspecify.annotations.NullMarked;
