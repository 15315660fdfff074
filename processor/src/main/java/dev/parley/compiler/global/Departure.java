package dev.parley.compiler.global;

import dev.parley.compiler.protocol.RoleName;

/**
 * That a member of a family leaves with a step, while the others go on.
 *
 * @param family the family
 * @param certain whether it leaves: by {@code End} in a block that is run for each member; else it has left if the receiver
 *     has decided without its message
 */
public record Departure(RoleName family, boolean certain) {}
