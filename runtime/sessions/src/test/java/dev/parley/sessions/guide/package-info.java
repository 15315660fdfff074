@NullMarked
package dev.parley.sessions.guide;

import org.jspecify.annotations.NullMarked;
