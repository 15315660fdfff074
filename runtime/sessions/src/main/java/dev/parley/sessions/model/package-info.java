/** What is known of a managed session at one moment, as immutable values: what it is, and what goes on in it. */
@NullMarked
package dev.parley.sessions.model;

import org.jspecify.annotations.NullMarked;
