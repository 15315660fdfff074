/** A circuit breaker: a service that fails is left alone for a while. */
@NullMarked
package dev.parley.samples.protocols.circuitbreaker;

import org.jspecify.annotations.NullMarked;
