@NullMarked
package dev.parley.sessions.event;

import org.jspecify.annotations.NullMarked;
