/** Whether a machine may stand in for another, and whether machines of different versions of a protocol work together. */
@NullMarked
package dev.parley.compiler.subtyping;

import org.jspecify.annotations.NullMarked;
