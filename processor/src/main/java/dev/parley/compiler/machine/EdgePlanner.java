package dev.parley.compiler.machine;

import dev.parley.compiler.global.GlobalAutomaton;
import dev.parley.compiler.global.GlobalState;
import dev.parley.compiler.global.GlobalTransition;
import dev.parley.compiler.global.Interaction;
import dev.parley.compiler.protocol.EdgeDeclaration;
import dev.parley.compiler.protocol.EdgeDeclaration.Mode;
import dev.parley.compiler.protocol.EdgeDeclaration.WhenFull;
import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Plans the buffer of every ordered pair of roles that a protocol uses; each branch of a parallel block has its own. */
public final class EdgePlanner {

    /** How many messages a buffer holds where neither the protocol nor its author sets a limit. */
    private static final int DEFAULT_CAPACITY = 1024;

    private final GlobalAutomaton global;
    private final List<EdgeDeclaration> declared;
    private final Map<Pair, BufferBounds.Bound> bounds = new LinkedHashMap<>();

    private record Pair(RoleName from, RoleName to) {}

    private EdgePlanner(GlobalAutomaton global, List<EdgeDeclaration> declared) {
        this.global = global;
        this.declared = declared;
    }

    /** Returns the edges of a protocol, sorted by sender, then receiver. */
    public static List<Edge> plan(GlobalAutomaton global, List<EdgeDeclaration> declared) {
        return new EdgePlanner(global, declared).plan();
    }

    private List<Edge> plan() {
        Map<Pair, Set<Message>> messages = new LinkedHashMap<>();
        for (GlobalState state : global.states()) {
            for (GlobalTransition transition : state.transitions()) {
                Interaction interaction = transition.interaction();
                if (!global.roles().containsAll(List.of(interaction.from(), interaction.to()))) {
                    continue; // reported as undeclared
                }
                messages.computeIfAbsent(new Pair(interaction.from(), interaction.to()), pair -> new LinkedHashSet<>())
                        .add(interaction.message());
            }
        }
        messages.keySet().forEach(pair -> bounds.put(pair, BufferBounds.of(global, pair.from, pair.to)));
        List<Edge> edges = new ArrayList<>();
        messages.forEach((pair, carried) -> edges.add(edge(pair, List.copyOf(carried))));
        edges.sort(Comparator.comparing(Edge::from).thenComparing(Edge::to));
        return edges;
    }

    /** Returns how many messages a buffer holds: as given, unless that is 0, else as many as can be in flight, within reason. */
    public static int capacity(int given, OptionalInt bound) {
        return given > 0 ? given : Math.min(bound.orElse(DEFAULT_CAPACITY), DEFAULT_CAPACITY);
    }

    private Edge edge(Pair pair, List<Message> messages) {
        Optional<EdgeDeclaration> configured = declared.stream()
                .filter(edge -> edge.from().role().equals(pair.from.role())
                        && edge.to().role().equals(pair.to.role()))
                .findFirst();
        BufferBounds.Bound bound = bound(pair);
        int capacity = capacity(configured.map(EdgeDeclaration::capacity).orElse(0), bound.max());
        int limit = configured.map(EdgeDeclaration::maxCapacity).orElse(0);
        return new Edge(
                pair.from,
                pair.to,
                messages,
                configured.map(EdgeDeclaration::mode).orElse(Mode.FIFO),
                configured.map(EdgeDeclaration::whenFull).orElse(WhenFull.BLOCK),
                capacity,
                Math.max(limit, capacity),
                bound.max(),
                configured.isEmpty() && alternates(pair));
    }

    /**
     * Messages of a pair in opposite directions are never in flight together, because each role's own order follows the
     * run. So at most one is in flight in all if at most one is in each direction.
     */
    private boolean alternates(Pair pair) {
        Pair back = new Pair(pair.to, pair.from);
        boolean backConfigured = declared.stream()
                .anyMatch(edge -> edge.from().role().equals(back.from.role())
                        && edge.to().role().equals(back.to.role()));
        return bounds.containsKey(back)
                && !backConfigured
                && bound(pair).max().orElse(0) == 1
                && bound(back).max().orElse(0) == 1;
    }

    private BufferBounds.Bound bound(Pair pair) {
        return bounds.computeIfAbsent(pair, key -> BufferBounds.of(global, key.from, key.to));
    }
}
