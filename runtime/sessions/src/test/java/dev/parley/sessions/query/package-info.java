@NullMarked
package dev.parley.sessions.query;

import org.jspecify.annotations.NullMarked;
