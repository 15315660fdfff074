/** Queries for managed sessions, built or parsed from text, and what they mean. */
@NullMarked
package dev.parley.sessions.query;

import org.jspecify.annotations.NullMarked;
