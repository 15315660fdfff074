/** Protocols within protocols: brings the text of included protocols into that of the one that includes them. */
@NullMarked
package dev.parley.compiler.include;

import org.jspecify.annotations.NullMarked;
