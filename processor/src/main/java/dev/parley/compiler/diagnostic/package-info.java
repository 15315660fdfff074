/** What the compiler says to its user: stable ids, the place, the proof and the way out. */
@NullMarked
package dev.parley.compiler.diagnostic;

import org.jspecify.annotations.NullMarked;
