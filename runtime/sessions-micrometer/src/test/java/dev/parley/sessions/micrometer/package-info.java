@NullMarked
package dev.parley.sessions.micrometer;

import org.jspecify.annotations.NullMarked;
