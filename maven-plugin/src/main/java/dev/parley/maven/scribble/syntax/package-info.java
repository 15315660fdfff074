/** Modules of Scribble and nuscr as they are written: reading them, and what was found wrong with the text. */
@NullMarked
package dev.parley.maven.scribble.syntax;

import org.jspecify.annotations.NullMarked;
