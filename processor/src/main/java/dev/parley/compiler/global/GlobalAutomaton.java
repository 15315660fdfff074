package dev.parley.compiler.global;

import dev.parley.compiler.protocol.RoleName;
import java.util.List;

/**
 * All runs of a protocol, seen from above: a finite automaton over interactions. States are numbered breadth first from
 * the initial state 0, and all of them can be reached.
 *
 * @param roles the roles and their parties, sorted by name
 * @param states the states, each at its number
 */
public record GlobalAutomaton(List<RoleName> roles, List<GlobalState> states) {

    /** Copies the lists. */
    public GlobalAutomaton {
        roles = List.copyOf(roles);
        states = List.copyOf(states);
    }

    /** Returns the state every run starts in. */
    public GlobalState initial() {
        return states.get(0);
    }
}
