package dev.parley.compiler.machine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The strongly connected components of a directed graph, numbered so that every arc between two of them leads to the one
 * with the lower number.
 *
 * <p>Source: Tarjan, "Depth-First Search and Linear Graph Algorithms", SIAM Journal on Computing 1 (1972), section 4; here
 * with a stack of its own, as protocols may be longer than a thread's stack is deep.
 */
final class StronglyConnected {

    private final List<int[]> successors;
    private final int[] component;
    private final int[] index;
    private final int[] low;
    private final int[] nextSuccessor;
    private final Deque<Integer> open = new ArrayDeque<>();
    private final List<List<Integer>> members = new ArrayList<>();
    private int visited;

    StronglyConnected(List<int[]> successors) {
        this.successors = successors;
        int n = successors.size();
        component = new int[n];
        Arrays.fill(component, -1);
        index = new int[n];
        low = new int[n];
        nextSuccessor = new int[n];
        for (int node = 0; node < n; node++) {
            if (index[node] == 0) {
                visitFrom(node);
            }
        }
    }

    int count() {
        return members.size();
    }

    int of(int node) {
        return component[node];
    }

    List<Integer> members(int number) {
        return members.get(number);
    }

    private void visitFrom(int root) {
        Deque<Integer> path = new ArrayDeque<>();
        enter(root, path);
        while (!path.isEmpty()) {
            int node = path.peek();
            if (nextSuccessor[node] < successors.get(node).length) {
                int successor = successors.get(node)[nextSuccessor[node]++];
                if (index[successor] == 0) {
                    enter(successor, path);
                } else if (component[successor] < 0) {
                    low[node] = Math.min(low[node], index[successor]);
                }
            } else {
                path.pop();
                if (low[node] == index[node]) {
                    close(node);
                }
                if (!path.isEmpty()) {
                    low[path.peek()] = Math.min(low[path.peek()], low[node]);
                }
            }
        }
    }

    private void enter(int node, Deque<Integer> path) {
        index[node] = ++visited;
        low[node] = visited;
        open.push(node);
        path.push(node);
    }

    private void close(int root) {
        List<Integer> closed = new ArrayList<>();
        int node;
        do {
            node = open.pop();
            component[node] = members.size();
            closed.add(node);
        } while (node != root);
        members.add(closed);
    }
}
