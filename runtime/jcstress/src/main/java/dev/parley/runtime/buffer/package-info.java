/** Stress tests of lanes and of waiting, in the package of what they test because they look at what a role has announced. */
@NullMarked
package dev.parley.runtime.buffer;

import org.jspecify.annotations.NullMarked;
