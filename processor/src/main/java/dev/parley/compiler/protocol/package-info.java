/** A protocol as it was declared: what every reader of declarations produces. */
@NullMarked
package dev.parley.compiler.protocol;

import org.jspecify.annotations.NullMarked;
