@NullMarked
package dev.parley.sessions;

import org.jspecify.annotations.NullMarked;
