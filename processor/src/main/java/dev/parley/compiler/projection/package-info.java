/** From the global automaton to one machine per role, with the proof that the machines implement it. */
@NullMarked
package dev.parley.compiler.projection;

import org.jspecify.annotations.NullMarked;
