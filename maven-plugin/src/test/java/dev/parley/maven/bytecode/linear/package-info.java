/** Tests of the verifier: a corpus of small programs, and what the samples do. */
@NullMarked
package dev.parley.maven.bytecode.linear;

import org.jspecify.annotations.NullMarked;
