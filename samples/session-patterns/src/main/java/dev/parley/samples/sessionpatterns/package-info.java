/** Patterns of which larger protocols are made: a package for each, and a program that runs them all. */
@NullMarked
package dev.parley.samples.sessionpatterns;

import org.jspecify.annotations.NullMarked;
