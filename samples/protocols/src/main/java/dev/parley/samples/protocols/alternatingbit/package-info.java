/** The alternating bit protocol: every text arrives once, in order, over a line that loses some. */
@NullMarked
package dev.parley.samples.protocols.alternatingbit;

import org.jspecify.annotations.NullMarked;
