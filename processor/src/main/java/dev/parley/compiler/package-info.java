/** The facade of the compiler: a declaration goes in, a checked and projected protocol or its diagnostics come out. */
@NullMarked
package dev.parley.compiler;

import org.jspecify.annotations.NullMarked;
