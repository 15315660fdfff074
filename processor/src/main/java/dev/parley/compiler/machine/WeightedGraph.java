package dev.parley.compiler.machine;

import dev.parley.compiler.global.Interaction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A directed graph of interactions that count 0 or 1 each. */
final class WeightedGraph {

    /** The count of a node that can be reached by going round a cycle that counts. */
    static final int UNLIMITED = Integer.MAX_VALUE;

    private final List<List<Arc>> arcs = new ArrayList<>();

    private record Arc(int to, int weight, Interaction interaction) {}

    void addNode() {
        arcs.add(new ArrayList<>(1));
    }

    void addArc(int from, int to, int weight, Interaction interaction) {
        arcs.get(from).add(new Arc(to, weight, interaction));
    }

    /** Returns for each node the weight of the heaviest path to it from one of the starts. */
    int[] longestPathsTo(Iterable<Integer> starts) {
        StronglyConnected components = components();
        int[] best = new int[arcs.size()];
        Arrays.fill(best, -1);
        starts.forEach(start -> best[start] = Math.max(best[start], 0));
        for (int component = components.count() - 1; component >= 0; component--) {
            List<Integer> members = components.members(component);
            int entry = members.stream().mapToInt(node -> best[node]).max().orElse(-1);
            if (entry >= 0) {
                int count = isHeavy(components, component) ? UNLIMITED : entry;
                members.forEach(node -> best[node] = count);
            }
            for (int node : members) {
                for (Arc arc : arcs.get(node)) {
                    if (components.of(arc.to) != component && best[node] >= 0) {
                        int reached = best[node] == UNLIMITED ? UNLIMITED : best[node] + arc.weight;
                        best[arc.to] = Math.max(best[arc.to], reached);
                    }
                }
            }
        }
        return best;
    }

    private boolean isHeavy(StronglyConnected components, int component) {
        return components.members(component).stream()
                .flatMap(node -> arcs.get(node).stream())
                .anyMatch(arc -> arc.weight > 0 && components.of(arc.to) == component);
    }

    /** Returns the interactions of a cycle that counts, starting with one that counts; empty if there is none. */
    List<Interaction> heavyCycle() {
        StronglyConnected components = components();
        for (int node = 0; node < arcs.size(); node++) {
            for (Arc arc : arcs.get(node)) {
                if (arc.weight > 0 && components.of(arc.to) == components.of(node)) {
                    List<Interaction> cycle = new ArrayList<>(List.of(arc.interaction));
                    cycle.addAll(shortestPath(arc.to, node));
                    return cycle;
                }
            }
        }
        return List.of();
    }

    private List<Interaction> shortestPath(int start, int goal) {
        Map<Integer, Integer> previous = new HashMap<>();
        Map<Integer, Interaction> last = new HashMap<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty() && start != goal && !previous.containsKey(goal)) {
            int node = open.remove();
            for (Arc arc : arcs.get(node)) {
                if (arc.to != start && previous.putIfAbsent(arc.to, node) == null) {
                    last.put(arc.to, arc.interaction);
                    open.add(arc.to);
                }
            }
        }
        List<Interaction> path = new ArrayList<>();
        for (Integer node = goal; node != null && node != start; node = previous.get(node)) {
            path.add(0, last.get(node));
        }
        return path;
    }

    /** Returns for each node whether one of the goals can be reached from it. */
    boolean[] nodesBefore(List<Integer> goals) {
        List<List<Integer>> sources = new ArrayList<>();
        arcs.forEach(node -> sources.add(new ArrayList<>(1)));
        for (int node = 0; node < arcs.size(); node++) {
            for (Arc arc : arcs.get(node)) {
                sources.get(arc.to).add(node);
            }
        }
        boolean[] found = new boolean[arcs.size()];
        List<Integer> open = new ArrayList<>(goals);
        goals.forEach(goal -> found[goal] = true);
        for (int i = 0; i < open.size(); i++) {
            for (int source : sources.get(open.get(i))) {
                if (!found[source]) {
                    found[source] = true;
                    open.add(source);
                }
            }
        }
        return found;
    }

    private StronglyConnected components() {
        return new StronglyConnected(arcs.stream()
                .map(node -> node.stream().mapToInt(Arc::to).toArray())
                .toList());
    }
}
