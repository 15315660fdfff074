/** How a session manager is set up: every key with its default. */
@NullMarked
package dev.parley.sessions.config;

import org.jspecify.annotations.NullMarked;
