/** Tests of the reports. */
@NullMarked
package dev.parley.maven.bytecode.linear.report;

import org.jspecify.annotations.NullMarked;
