/** Tests of comparing releases. */
@NullMarked
package dev.parley.maven.compare;

import org.jspecify.annotations.NullMarked;
