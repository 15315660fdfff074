/** The life of a session whose messages are guarded: who may send them, what they cost, and what is recorded of them. */
@NullMarked
package dev.parley.samples.sessionlifecycle;

import org.jspecify.annotations.NullMarked;
