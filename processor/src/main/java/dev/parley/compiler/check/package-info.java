/** One class per rule that a global protocol must keep. */
@NullMarked
package dev.parley.compiler.check;

import org.jspecify.annotations.NullMarked;
