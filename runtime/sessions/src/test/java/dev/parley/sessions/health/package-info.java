@NullMarked
package dev.parley.sessions.health;

import org.jspecify.annotations.NullMarked;
