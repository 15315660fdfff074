/** A ring of three roles, in which one chooses and the choice travels on: a square root by bisection. */
@NullMarked
package dev.parley.samples.protocols.ring;

import org.jspecify.annotations.NullMarked;
