package dev.parley.maven.scribble;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.machine.Action;
import dev.parley.compiler.machine.State;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.machine.Transition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares what roles do, whatever their states are called: two deterministic machines have the same language if no pair of
 * states that one word leads to differs in what may follow.
 */
final class SameBehaviour {

    private SameBehaviour() {}

    private record Pair(int left, int right) {}

    /** Returns where two protocols differ, role by role. */
    static List<String> differences(CompiledProtocol left, CompiledProtocol right) {
        List<String> found = new ArrayList<>();
        if (left.machines().size() != right.machines().size()) {
            found.add("other roles");
        }
        for (int i = 0; i < Math.min(left.machines().size(), right.machines().size()); i++) {
            compare(left.machines().get(i), right.machines().get(i), found);
        }
        return found;
    }

    private static void compare(StateMachine left, StateMachine right, List<String> found) {
        if (!left.role().equals(right.role())) {
            found.add(left.role() + " is " + right.role());
            return;
        }
        Deque<Pair> open = new ArrayDeque<>(List.of(new Pair(0, 0)));
        Set<Pair> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            Pair pair = open.remove();
            State one = left.states().get(pair.left);
            State other = right.states().get(pair.right);
            Map<Action, Integer> here = targets(one);
            Map<Action, Integer> there = targets(other);
            if (!here.keySet().equals(there.keySet()) || one.accepting() != other.accepting()) {
                found.add(left.role() + " in " + one.name() + " may " + here.keySet() + ", not " + there.keySet());
                return;
            }
            here.forEach((action, target) -> {
                Pair next = new Pair(target, there.getOrDefault(action, -1));
                if (seen.add(next)) {
                    open.add(next);
                }
            });
        }
    }

    private static Map<Action, Integer> targets(State state) {
        return state.transitions().stream().collect(Collectors.toMap(Transition::action, Transition::target));
    }
}
