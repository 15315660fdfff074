package dev.parley.compiler.global;

import dev.parley.compiler.protocol.Step.MessageStep;

/**
 * A step of the global automaton.
 *
 * @param interaction what happens
 * @param target the number of the state after it
 * @param step the method that declares it
 */
public record GlobalTransition(Interaction interaction, int target, MessageStep step) {}
