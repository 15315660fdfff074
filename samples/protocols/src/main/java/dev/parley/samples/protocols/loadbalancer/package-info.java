/** A load balancer: a client's requests go to one of two workers, whose answers do not pass through the balancer. */
@NullMarked
package dev.parley.samples.protocols.loadbalancer;

import org.jspecify.annotations.NullMarked;
