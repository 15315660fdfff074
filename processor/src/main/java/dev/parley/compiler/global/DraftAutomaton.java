package dev.parley.compiler.global;

import dev.parley.compiler.protocol.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An automaton in the making, in which a state may also jump silently to others. State 0 is the end. */
final class DraftAutomaton {

    /** The state in which nothing is left to do. */
    static final int END = 0;

    private final List<Position> positions = new ArrayList<>();
    private final List<List<Way>> ways = new ArrayList<>();

    /** For each state its number, once they are numbered. */
    private final Map<Integer, Integer> numbers = new HashMap<>();

    /** A way on from a state; a state has its ways in the order of the text. */
    private sealed interface Way {
        int target();
    }

    private record Move(GlobalTransition transition) implements Way {
        @Override
        public int target() {
            return transition.target();
        }
    }

    private record Jump(int target, @Nullable Step step) implements Way {}

    int newState(Position position) {
        positions.add(position);
        ways.add(new ArrayList<>(1));
        return positions.size() - 1;
    }

    int size() {
        return positions.size();
    }

    Position position(int state) {
        return positions.get(state);
    }

    void addTransition(int from, GlobalTransition transition) {
        ways.get(from).add(new Move(transition));
    }

    /** Adds a silent move; {@code step} is the method that declares it, null where none does. */
    void addJump(int from, int to, @Nullable Step step) {
        ways.get(from).add(new Jump(to, step));
    }

    /** Returns all states that can be reached from one. */
    Set<Integer> reachableFrom(int start) {
        Set<Integer> seen = new LinkedHashSet<>(List.of(start));
        Deque<Integer> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (Way way : ways.get(open.remove())) {
                if (seen.add(way.target())) {
                    open.add(way.target());
                }
            }
        }
        return seen;
    }

    /** Returns the steps whose jumps close a cycle of jumps, and cuts those. */
    List<Step> findSilentCycles() {
        List<Step> closing = new ArrayList<>();
        byte[] colour = new byte[size()]; // 0 unseen, 1 on the current path, 2 done
        int[] nextWay = new int[size()];
        for (int root = 0; root < size(); root++) {
            Deque<Integer> path = new ArrayDeque<>();
            if (colour[root] == 0) {
                path.push(root);
                colour[root] = 1;
            }
            while (!path.isEmpty()) {
                int state = path.peek();
                List<Way> out = ways.get(state);
                if (nextWay[state] == out.size()) {
                    colour[state] = 2;
                    path.pop();
                    continue;
                }
                if (!(out.get(nextWay[state]++) instanceof Jump jump)) {
                    continue;
                }
                if (colour[jump.target] == 0) {
                    colour[jump.target] = 1;
                    path.push(jump.target);
                } else if (colour[jump.target] == 1) {
                    out.remove(--nextWay[state]);
                    if (jump.step != null) {
                        closing.add(jump.step);
                    }
                }
            }
        }
        return closing;
    }

    /** Returns the states that can be reached, without jumps, numbered breadth first; there must be no cycle of jumps. */
    List<GlobalState> resolve(int start) {
        List<Integer> order = new ArrayList<>();
        number(start, order);
        List<GlobalState> states = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            int state = order.get(i);
            List<GlobalTransition> resolved = new ArrayList<>();
            for (GlobalTransition each : allTransitions(state)) {
                int target = number(each.target(), order);
                resolved.add(each.to(target));
            }
            states.add(new GlobalState(i, positions.get(state), resolved));
        }
        return states;
    }

    /** Returns the numbers of the states that {@link #resolve} has found; what is another state by another name has its number. */
    Map<Integer, Integer> numbers() {
        Map<Integer, Integer> all = new HashMap<>();
        for (int state = 0; state < size(); state++) {
            Integer number = numbers.get(followAliases(state));
            if (number != null) {
                all.put(state, number);
            }
        }
        return all;
    }

    private int number(int state, List<Integer> order) {
        int real = followAliases(state);
        Integer known = numbers.get(real);
        if (known == null) {
            known = order.size();
            numbers.put(real, known);
            order.add(real);
        }
        return known;
    }

    /** A state that only jumps to one other is that other: the innermost block that starts there gives it its name. */
    private int followAliases(int state) {
        int real = state;
        while (ways.get(real).size() == 1 && ways.get(real).get(0) instanceof Jump jump) {
            real = jump.target;
        }
        return real;
    }

    /** The transitions of a state and, where it jumps (an alternative that starts with another block), those behind. */
    private List<GlobalTransition> allTransitions(int state) {
        List<GlobalTransition> all = new ArrayList<>();
        Set<Integer> seen = new HashSet<>(Set.of(state));
        Deque<Way> open = new ArrayDeque<>(ways.get(state));
        while (!open.isEmpty()) {
            Way next = open.pop();
            if (next instanceof Move move) {
                all.add(move.transition);
            } else if (seen.add(next.target())) {
                List<Way> behind = ways.get(next.target());
                for (int i = behind.size() - 1; i >= 0; i--) {
                    open.push(behind.get(i));
                }
            }
        }
        return all;
    }
}
