/** Measures sessions that one reactor plays: what one costs in memory, and how many messages pass. */
@NullMarked
package dev.parley.benchmarks.reactor;

import org.jspecify.annotations.NullMarked;
