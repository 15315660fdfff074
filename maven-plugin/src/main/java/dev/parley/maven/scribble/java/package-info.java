/** From declarations to Java source that reads as if written by hand. */
@NullMarked
package dev.parley.maven.scribble.java;

import org.jspecify.annotations.NullMarked;
