/** That durable sessions survive the death of their process. */
@NullMarked
package dev.parley.testing.durable;

import org.jspecify.annotations.NullMarked;
