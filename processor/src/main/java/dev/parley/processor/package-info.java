/** The annotation processor: from source elements to declarations, from diagnostics to the compiler's messages. */
@NullMarked
package dev.parley.processor;

import org.jspecify.annotations.NullMarked;
