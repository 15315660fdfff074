package dev.parley.compiler.machine;

import dev.parley.compiler.protocol.Step.MessageStep;

/**
 * A step of a role's machine.
 *
 * @param action what the role does
 * @param target the number of the state it is in then
 * @param step the method that declares it, the first in the text where there are several: for parameter names and documentation
 * @param typeName for a receive, the name of the generated type of the received message; for a send, the empty string
 */
public record Transition(Action action, int target, MessageStep step, String typeName) {}
