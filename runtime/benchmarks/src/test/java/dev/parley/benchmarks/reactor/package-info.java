/** Tests of what sessions cost that one reactor plays. */
@NullMarked
package dev.parley.benchmarks.reactor;

import org.jspecify.annotations.NullMarked;
