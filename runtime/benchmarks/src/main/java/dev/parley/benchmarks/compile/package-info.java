/** Benchmarks of the build: what protocols of several shapes add to a run of javac. */
@NullMarked
package dev.parley.benchmarks.compile;

import org.jspecify.annotations.NullMarked;
