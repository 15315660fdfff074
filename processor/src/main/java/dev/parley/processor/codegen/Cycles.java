package dev.parley.processor.codegen;

import dev.parley.compiler.machine.State;
import dev.parley.compiler.machine.StateMachine;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Which steps of a machine may be taken more than once: those within one strongly connected component. Found by
 * Tarjan's algorithm ("Depth-First Search and Linear Graph Algorithms", SIAM J. Comput. 1, 1972), with a stack of its own
 * because machines may be thousands of states deep.
 */
final class Cycles {

    private static final int UNSEEN = 0;

    private final List<State> states;
    private final int[] component;
    private final int[] order;
    private final int[] low;
    private final int[] nextTransition;
    private final Deque<Integer> path = new ArrayDeque<>();
    private final Deque<Integer> open = new ArrayDeque<>();
    private int seen;

    Cycles(StateMachine machine) {
        states = machine.states();
        component = new int[states.size()];
        order = new int[states.size()];
        low = new int[states.size()];
        nextTransition = new int[states.size()];
        visit(0);
    }

    /** Returns whether a way from the one state to the other leads back. */
    boolean recurs(State from, State to) {
        return component[from.number()] == component[to.number()];
    }

    private void visit(int root) {
        enter(root);
        while (!path.isEmpty()) {
            int state = path.element();
            if (nextTransition[state] == states.get(state).transitions().size()) {
                leave(state);
            } else {
                int target = states.get(state)
                        .transitions()
                        .get(nextTransition[state]++)
                        .target();
                if (order[target] == UNSEEN) {
                    enter(target);
                } else if (component[target] == UNSEEN) {
                    low[state] = Math.min(low[state], order[target]);
                }
            }
        }
    }

    private void enter(int state) {
        order[state] = ++seen;
        low[state] = seen;
        path.push(state);
        open.push(state);
    }

    private void leave(int state) {
        path.pop();
        if (low[state] == order[state]) {
            int member;
            do {
                member = open.pop();
                component[member] = order[state];
            } while (member != state);
        }
        if (!path.isEmpty()) {
            int parent = path.element();
            low[parent] = Math.min(low[parent], low[state]);
        }
    }
}
