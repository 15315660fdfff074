/** The machines of the roles and what can be computed from them. */
@NullMarked
package dev.parley.compiler.machine;

import org.jspecify.annotations.NullMarked;
