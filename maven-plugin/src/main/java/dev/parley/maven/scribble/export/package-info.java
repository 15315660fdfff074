/** From compiled protocols to the text of Scribble and nuscr. */
@NullMarked
package dev.parley.maven.scribble.export;

import org.jspecify.annotations.NullMarked;
