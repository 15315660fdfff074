package dev.parley.compiler.subtyping;

import dev.parley.compiler.machine.Action;
import dev.parley.compiler.subtyping.Residual.At;
import dev.parley.compiler.subtyping.Residual.PutOff;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pairs of a candidate's state and what is left of the original, numbered in the order in which they were reached. */
final class Simulation {

    private final Map<Pair, Integer> numbers = new HashMap<>();
    private final List<Pair> pairs = new ArrayList<>();
    private final List<Way> firstWays = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();

    private record Pair(int state, Residual residual) {}

    private record Way(int source, Action action, boolean inTurn, int target) {}

    Simulation() {
        number(new Pair(0, new At(0)));
    }

    private int number(Pair pair) {
        numbers.put(pair, pairs.size());
        pairs.add(pair);
        return pairs.size() - 1;
    }

    int size() {
        return pairs.size();
    }

    int state(int number) {
        return pairs.get(number).state;
    }

    Residual residual(int number) {
        return pairs.get(number).residual;
    }

    /**
     * Adds a step of the candidate.
     *
     * @param inTurn whether the original could do it next; else it is done early
     */
    void add(int source, Action action, boolean inTurn, int state, Residual residual) {
        Pair pair = new Pair(state, residual);
        Integer known = numbers.get(pair);
        Way way = new Way(source, action, inTurn, known != null ? known : number(pair));
        ways.add(way);
        if (known == null) {
            firstWays.add(way);
        }
    }

    /** Returns a shortest way to a pair. */
    List<Action> trace(int number) {
        List<Action> trace = new ArrayList<>();
        for (int at = number; at != 0; ) {
            Way way = firstWays.get(at - 1);
            trace.add(way.action);
            at = way.source;
        }
        Collections.reverse(trace);
        return trace;
    }

    /** Returns the first pair from which nothing but early sends can be reached, though something was put off. */
    Optional<Integer> neverMadeUp() {
        BitSet madeUp = new BitSet();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Way way : ways) {
                if (!madeUp.get(way.source) && (way.inTurn || madeUp.get(way.target))) {
                    madeUp.set(way.source);
                    grown = true;
                }
            }
        }
        for (int number = 0; number < pairs.size(); number++) {
            if (residual(number) instanceof PutOff && !madeUp.get(number)) {
                return Optional.of(number);
            }
        }
        return Optional.empty();
    }
}
