/** Comparing the protocols of a module with those of an earlier release, from its class files or from a text file. */
@NullMarked
package dev.parley.maven.compare;

import org.jspecify.annotations.NullMarked;
