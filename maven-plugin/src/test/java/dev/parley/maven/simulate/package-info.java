/** Tests of trying protocols out. */
@NullMarked
package dev.parley.maven.simulate;

import org.jspecify.annotations.NullMarked;
