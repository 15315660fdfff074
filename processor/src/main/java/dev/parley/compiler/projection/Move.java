package dev.parley.compiler.projection;

import dev.parley.compiler.global.Interaction;

/**
 * An interaction as seen by one of its ends.
 *
 * @param interaction what is sent or received
 * @param send whether the role is the sender
 */
public record Move(Interaction interaction, boolean send) {}
