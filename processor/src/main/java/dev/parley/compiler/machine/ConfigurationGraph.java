package dev.parley.compiler.machine;

import dev.parley.compiler.machine.Network.Configuration;
import dev.parley.compiler.machine.Network.Move;
import dev.parley.compiler.machine.Network.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The configurations of a network, as far as they are known, each numbered in the order in which it was found. Found
 * breadth first, each is remembered with a shortest way to it.
 */
final class ConfigurationGraph {

    private final Network network;
    private final Map<Configuration, Integer> numbers = new HashMap<>();
    private final List<Configuration> configurations = new ArrayList<>();
    private final List<Edge> firstWays = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();

    private record Edge(int source, Step step, int target) {}

    ConfigurationGraph(Network network) {
        this.network = network;
        add(network.initial());
    }

    private int add(Configuration configuration) {
        numbers.put(configuration, configurations.size());
        configurations.add(configuration);
        return configurations.size() - 1;
    }

    int size() {
        return configurations.size();
    }

    int transitions() {
        return edges.size();
    }

    /** Returns for each configuration those that follow it directly. */
    List<int[]> successors() {
        List<List<Integer>> successors = new ArrayList<>();
        configurations.forEach(configuration -> successors.add(new ArrayList<>(2)));
        edges.forEach(edge -> successors.get(edge.source).add(edge.target));
        return successors.stream()
                .map(targets -> targets.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    Configuration get(int number) {
        return configurations.get(number);
    }

    /** Adds all that can follow the given configuration, and returns whether anything can. */
    boolean expand(int source) {
        List<Move> moves = network.moves(configurations.get(source));
        for (Move move : moves) {
            Integer known = numbers.get(move.after());
            Edge edge = new Edge(source, move.step(), known != null ? known : add(move.after()));
            edges.add(edge);
            if (known == null) {
                firstWays.add(edge);
            }
        }
        return !moves.isEmpty();
    }

    /** Returns a shortest run from the initial configuration to the given one. */
    List<Event> trace(int number) {
        List<Event> events = new ArrayList<>();
        for (int at = number; at != 0; ) {
            Edge way = firstWays.get(at - 1);
            events.add(way.step.event());
            at = way.source;
        }
        Collections.reverse(events);
        return events;
    }

    /** Returns the configurations from which a run goes on to take such a step. */
    BitSet leadingTo(Predicate<Step> wanted) {
        BitSet goals = new BitSet();
        edges.stream().filter(edge -> wanted.test(edge.step)).forEach(edge -> goals.set(edge.source));
        return leadingTo(goals);
    }

    /** Returns the configurations from which a run goes on to one of the goals, and the goals. */
    BitSet leadingTo(BitSet goals) {
        List<List<Integer>> sources = new ArrayList<>();
        configurations.forEach(configuration -> sources.add(new ArrayList<>()));
        edges.forEach(edge -> sources.get(edge.target).add(edge.source));
        BitSet leading = (BitSet) goals.clone();
        Deque<Integer> open = new ArrayDeque<>();
        leading.stream().forEach(open::add);
        while (!open.isEmpty()) {
            for (int source : sources.get(open.remove())) {
                if (!leading.get(source)) {
                    leading.set(source);
                    open.add(source);
                }
            }
        }
        return leading;
    }
}
