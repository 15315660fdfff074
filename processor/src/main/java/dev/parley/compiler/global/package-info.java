/** The global automaton of a protocol: who may send what to whom next. */
@NullMarked
package dev.parley.compiler.global;

import org.jspecify.annotations.NullMarked;
