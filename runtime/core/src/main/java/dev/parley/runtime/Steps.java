package dev.parley.runtime;

import dev.parley.runtime.ProtocolSpec.Edge;
import dev.parley.runtime.ProtocolSpec.Machine;
import dev.parley.runtime.ProtocolSpec.State;
import java.util.List;

/**
 * What is one step to the program of a role, and how steps are numbered: each transition is one, but for those within a step. A message to
 * several receivers is sent to one after the other, a role waits for its parties one after the other, and a party tells by itself that it is done.
 */
final class Steps {

    /** What {@link #join} returns where a role waits for no party. */
    static final int NO_JOIN = -1;

    private final ProtocolSpec protocol;

    /** For each machine and each of its states the number of the first step. */
    private final List<int[]> first;

    Steps(ProtocolSpec protocol) {
        this.protocol = protocol;
        this.first = protocol.machines().stream().map(Steps::first).toList();
    }

    private static int[] first(Machine machine) {
        int[] first = new int[machine.states().size()];
        int next = Resumption.START + 1;
        for (int i = 0; i < first.length; i++) {
            first[i] = next;
            next += machine.states().get(i).transitions().size();
        }
        return first;
    }

    /** Returns the number of a step, counted from 1 over all states of a role's machine. */
    int number(int role, int state, int transition) {
        return first.get(role)[state] + transition;
    }

    /** Returns whether a role is within a step whose rest it sends without being told to. */
    boolean isWithin(State state) {
        return state.multicastRest() || isDone(state);
    }

    /** Returns whether nothing is left to a party but to tell that it is done. */
    private boolean isDone(State state) {
        return !state.receives()
                && state.transitions().stream()
                        .anyMatch(each -> protocol.isJoin(protocol.edges().get(each.edge())));
    }

    /** Returns on which edge a role waits for a party that is done. */
    int join(State state) {
        if (!state.receives()) {
            return NO_JOIN;
        }
        int edge = state.transitions().get(0).edge();
        return protocol.isJoin(protocol.edges().get(edge)) ? edge : NO_JOIN;
    }

    /** Returns whether a receipt on an edge ends a step: none of another party's end follows in the same step. */
    boolean isEndedBy(Edge edge) {
        if (!protocol.isJoin(edge)) {
            return true;
        }
        List<State> states = protocol.machines().get(edge.to()).states();
        return states.stream()
                .filter(state -> join(state) == edge.lane().edge())
                .map(state -> states.get(state.transitions().get(0).target()))
                .allMatch(target -> join(target) == NO_JOIN);
    }
}
