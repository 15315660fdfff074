/** The report of a module: a page for each protocol, with its drawings, its buffers and a way to step through it. */
@NullMarked
package dev.parley.maven.report;

import org.jspecify.annotations.NullMarked;
