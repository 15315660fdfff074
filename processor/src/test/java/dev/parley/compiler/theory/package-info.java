/** Evidence, of its own making, that what the compiler decides about protocols is right. */
@NullMarked
package dev.parley.compiler.theory;

import org.jspecify.annotations.NullMarked;
