@NullMarked
package dev.parley.sessions.time;

import org.jspecify.annotations.NullMarked;
