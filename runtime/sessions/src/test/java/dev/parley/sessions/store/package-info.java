@NullMarked
package dev.parley.sessions.store;

import org.jspecify.annotations.NullMarked;
