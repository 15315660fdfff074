/** Writes down what the verifier has found: as text, as SARIF, and as a page. */
@NullMarked
package dev.parley.maven.bytecode.linear.report;

import org.jspecify.annotations.NullMarked;
