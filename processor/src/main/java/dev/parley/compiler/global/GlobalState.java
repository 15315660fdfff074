package dev.parley.compiler.global;

import java.util.List;

/**
 * A state of the global automaton. All its transitions have one sender.
 *
 * @param number its place in {@link GlobalAutomaton#states()}
 * @param position where in the text it stands
 * @param transitions what may happen next; none in the end state
 */
public record GlobalState(int number, Position position, List<GlobalTransition> transitions) {

    /** Copies the transitions. */
    public GlobalState {
        transitions = List.copyOf(transitions);
    }

    /** Returns whether the session is over here. */
    public boolean isEnd() {
        return transitions.isEmpty();
    }
}
