/** Double buffering: one buffer is filled while the other is worked on. */
@NullMarked
package dev.parley.samples.protocols.doublebuffering;

import org.jspecify.annotations.NullMarked;
