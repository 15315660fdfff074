/** Where managed sessions are kept: in memory, in SQLite or in PostgreSQL. */
@NullMarked
package dev.parley.sessions.store;

import org.jspecify.annotations.NullMarked;
