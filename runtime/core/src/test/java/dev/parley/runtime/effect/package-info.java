/** That what is guarded is allowed, paid and recorded, or does not happen. */
@NullMarked
package dev.parley.runtime.effect;

import org.jspecify.annotations.NullMarked;
