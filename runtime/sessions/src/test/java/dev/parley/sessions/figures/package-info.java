@NullMarked
package dev.parley.sessions.figures;

import org.jspecify.annotations.NullMarked;
