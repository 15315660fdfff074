package dev.parley.compiler.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the coarsest partition of a deterministic automaton's states in which states of one class had equal keys from the
 * start and go to the same classes by the same actions. A missing transition differs from every other.
 *
 * <p>Source: Valmari, "Fast brief practical DFA minimization", Information Processing Letters 112 (2012): O(m log n) for m
 * transitions and n states, also where the transition function is partial.
 */
final class Minimizer {

    private Minimizer() {}

    /** A transition of the automaton. */
    record Arc(int from, Action action, int to) {}

    /**
     * Returns the class of each state.
     *
     * @param keys one for each state; states with different keys stay apart
     * @param arcs the transitions, at most one for each state and action
     */
    static int[] classes(List<?> keys, List<Arc> arcs) {
        RefinablePartition states = new RefinablePartition(numbered(keys));
        RefinablePartition cords =
                new RefinablePartition(numbered(arcs.stream().map(Arc::action).toList()));
        List<List<Integer>> incoming = new ArrayList<>();
        keys.forEach(key -> incoming.add(new ArrayList<>(1)));
        for (int i = 0; i < arcs.size(); i++) {
            incoming.get(arcs.get(i).to).add(i);
        }
        int nextClass = 1; // one class need not be a splitter: the others, and the actions, imply it
        for (int cord = 0; cord < cords.sets(); cord++) {
            Arrays.stream(cords.members(cord)).forEach(arc -> states.mark(arcs.get(arc).from));
            states.split();
            for (; nextClass < states.sets(); nextClass++) {
                for (int state : states.members(nextClass)) {
                    incoming.get(state).forEach(cords::mark);
                }
                cords.split();
            }
        }
        int[] classes = new int[keys.size()];
        Arrays.setAll(classes, states::setOf);
        return classes;
    }

    /** Replaces equal values by equal numbers. */
    private static int[] numbered(List<?> values) {
        Map<Object, Integer> numbers = new HashMap<>();
        return values.stream()
                .mapToInt(value -> numbers.computeIfAbsent(value, key -> numbers.size()))
                .toArray();
    }
}
