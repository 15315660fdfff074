package dev.parley.runtime.effect;

import java.util.Optional;

/**
 * What stands before a message.
 *
 * @param capability the right its sender needs, if any
 * @param flowCost what it costs of the sender's flow budget for the receiver; 0 if nothing
 * @param fact the name of the fact that is recorded, if any
 */
public record Guard(Optional<Capability> capability, long flowCost, Optional<String> fact) {

    /** Checks the cost. */
    public Guard {
        if (flowCost < 0) {
            throw new IllegalArgumentException("A message costs " + flowCost + "; it must be 0 or more.");
        }
    }
}
