/** That codecs lose nothing, and say what they cannot read. */
@NullMarked
package dev.parley.runtime.transport;

import org.jspecify.annotations.NullMarked;
