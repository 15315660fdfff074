/** The time that sessions live by: the machine's, or one that a program turns forward. */
@NullMarked
package dev.parley.sessions.time;

import org.jspecify.annotations.NullMarked;
