/** From global protocols of Scribble to declarations of Parley: inlining, blocks and names. */
@NullMarked
package dev.parley.maven.scribble.translation;

import org.jspecify.annotations.NullMarked;
