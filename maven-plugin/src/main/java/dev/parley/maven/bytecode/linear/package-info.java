/** The analysis of user programs that proves that each state of a role is used once: {@code LinearityVerifier} and what it is made of. */
@NullMarked
package dev.parley.maven.bytecode.linear;

import org.jspecify.annotations.NullMarked;
