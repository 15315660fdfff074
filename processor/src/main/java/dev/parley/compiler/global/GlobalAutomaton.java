package dev.parley.compiler.global;

import dev.parley.compiler.protocol.RoleName;
import java.util.List;

/**
 * All runs of a protocol, seen from above: a finite automaton over interactions. States are numbered breadth first from
 * the initial state 0, and all of them can be reached.
 *
 * @param roles the roles and their parties, sorted by name
 * @param states the states, each at its number
 * @param families which roles are played by several
 */
public record GlobalAutomaton(List<RoleName> roles, List<GlobalState> states, Families families) {

    /** Copies the lists. */
    public GlobalAutomaton {
        roles = List.copyOf(roles);
        states = List.copyOf(states);
    }

    /** Creates an automaton all of whose roles are played by one. */
    public GlobalAutomaton(List<RoleName> roles, List<GlobalState> states) {
        this(roles, states, Families.NONE);
    }

    /** Returns the state every run starts in. */
    public GlobalState initial() {
        return states.get(0);
    }
}
