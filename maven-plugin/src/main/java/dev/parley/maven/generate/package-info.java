/** Endpoints for protocols that come as class files: which are wanted, what their sources are, and where they go. */
@NullMarked
package dev.parley.maven.generate;

import org.jspecify.annotations.NullMarked;
