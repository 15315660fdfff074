/** The generated sources: one rule per group of members. */
@NullMarked
package dev.parley.processor.codegen;

import org.jspecify.annotations.NullMarked;
