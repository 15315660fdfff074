package dev.parley.processor.codegen;

import dev.parley.compiler.machine.State;
import dev.parley.compiler.machine.Transition;

/**
 * A way to receive a message.
 *
 * @param source the state
 * @param transition the step
 */
record Arrival(State source, Transition transition) {

    /** Returns whether it leads back to the same state. */
    boolean isLoop() {
        return source.number() == transition.target();
    }
}
