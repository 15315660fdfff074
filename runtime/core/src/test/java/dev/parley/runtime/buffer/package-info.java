/** Tests of lanes. */
@NullMarked
package dev.parley.runtime.buffer;

import org.jspecify.annotations.NullMarked;
