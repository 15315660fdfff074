/** Duels between two ways to carry messages, which take turns in one virtual machine, and the figures that come of them. */
@NullMarked
package dev.parley.benchmarks.duel;

import org.jspecify.annotations.NullMarked;
