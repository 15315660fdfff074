/** The figures of a session manager as meters of Micrometer. */
@NullMarked
package dev.parley.sessions.micrometer;

import org.jspecify.annotations.NullMarked;
