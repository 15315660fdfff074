/** From Scribble and nuscr to annotated interfaces and back: what the goals import and export call. */
@NullMarked
package dev.parley.maven.scribble;

import org.jspecify.annotations.NullMarked;
