/** Trying protocols out: random walks and the exploration of everything that can happen, as text. */
@NullMarked
package dev.parley.maven.simulate;

import org.jspecify.annotations.NullMarked;
