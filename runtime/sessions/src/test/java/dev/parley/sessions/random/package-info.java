/** Long random sequences of operations, compared with a model of what a manager is to do. */
@NullMarked
package dev.parley.sessions.random;

import org.jspecify.annotations.NullMarked;
