package dev.parley.maven.scribble.export;

import dev.parley.compiler.global.GlobalState;
import dev.parley.compiler.global.GlobalTransition;
import dev.parley.compiler.global.Interaction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Merges global states after which the same may happen, so that a block that was expanded in several places is written down
 * once: E. F. Moore, "Gedanken-experiments on sequential machines", 1956.
 */
final class EqualFutures {

    /** Moore's algorithm is quadratic on long sequences: larger protocols are written as they are expanded. */
    private static final int MAX_STATES = 5_000;

    private EqualFutures() {}

    private record Next(Interaction interaction, int group) {}

    private record Future(int group, Set<Next> next) {}

    /** Returns the states without those that others stand for, numbered in the same order, the initial state first. */
    static List<GlobalState> merged(List<GlobalState> states) {
        if (states.size() > MAX_STATES) {
            return states;
        }
        int[] groups = new int[states.size()];
        int count = 1;
        int before;
        do {
            before = count;
            count = refine(states, groups);
        } while (count > before);
        return quotient(states, groups, count);
    }

    /** Tells apart what differs in the next step; groups are numbered in the order of their first states. */
    private static int refine(List<GlobalState> states, int[] groups) {
        int[] old = Arrays.copyOf(groups, groups.length);
        Map<Future, Integer> numbers = new HashMap<>();
        for (GlobalState state : states) {
            Set<Next> next = state.transitions().stream()
                    .map(each -> new Next(each.interaction(), old[each.target()]))
                    .collect(Collectors.toSet());
            Future future = new Future(old[state.number()], next);
            Integer number = numbers.putIfAbsent(future, numbers.size());
            groups[state.number()] = number == null ? numbers.size() - 1 : number;
        }
        return numbers.size();
    }

    private static List<GlobalState> quotient(List<GlobalState> states, int[] groups, int count) {
        List<GlobalState> merged = new ArrayList<>();
        for (GlobalState state : states) {
            if (groups[state.number()] == merged.size()) {
                List<GlobalTransition> transitions = state.transitions().stream()
                        .map(each -> each.to(groups[each.target()]))
                        .toList();
                merged.add(new GlobalState(merged.size(), state.position(), transitions));
            }
        }
        if (merged.size() != count) {
            throw new IllegalStateException("groups are not numbered in the order of their first states");
        }
        return merged;
    }
}
