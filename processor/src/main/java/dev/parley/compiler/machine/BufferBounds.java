package dev.parley.compiler.machine;

import dev.parley.compiler.global.GlobalAutomaton;
import dev.parley.compiler.global.GlobalTransition;
import dev.parley.compiler.global.Interaction;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How many messages of one ordered pair of roles can be in flight at once, in any run.
 *
 * <p>In one run, message {@code m} can still be in flight when a later {@code n} of the same pair is sent exactly if the
 * sending of {@code n} does not depend on the receipt of {@code m}. So from each message on, this walks the automaton
 * together with the set of roles that know of its receipt: first the receiver, then whoever hears from one who knows. Once
 * the sender knows, the message has arrived. The most messages in flight are the longest such walk, counted in messages of
 * the pair; a cycle that counts makes it unlimited. Causality is that of Lamport, "Time, Clocks, and the Ordering of
 * Events in a Distributed System", CACM 21 (1978).
 */
public final class BufferBounds {

    /** How many nodes are walked before the bound is given up as unknown: sets of knowing roles can be many. */
    private static final int MAX_NODES = 200_000;

    private final GlobalAutomaton global;
    private final RoleName from;
    private final RoleName to;
    private final Map<Node, Integer> numbers = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final WeightedGraph graph = new WeightedGraph();
    private final List<Sending> sendings = new ArrayList<>();
    private final IdentityHashMap<GlobalTransition, Integer> firstNode = new IdentityHashMap<>();
    private boolean complete = true;

    /** A state of the automaton, and who knows there that the message has been received. */
    private record Node(int state, Set<RoleName> knowing) {}

    /** A message of the pair, sent at a node while the one watched is in flight. */
    private record Sending(int node, GlobalTransition transition) {}

    private BufferBounds(GlobalAutomaton global, RoleName from, RoleName to) {
        this.global = global;
        this.from = from;
        this.to = to;
    }

    /**
     * What is known of a pair's buffer.
     *
     * @param max the largest number of messages in flight; empty where there is no limit, or none was found
     * @param loop where there is no limit, the interactions that go round and make it so
     * @param overtaken the messages that may still be in flight when the pair's next is sent
     * @param inFlightBefore for each message, how many may be in flight when it is sent
     */
    public record Bound(
            OptionalInt max,
            List<Interaction> loop,
            Set<Interaction> overtaken,
            Map<Interaction, Integer> inFlightBefore) {}

    /** Returns what is known of the buffer from one role to another. */
    public static Bound of(GlobalAutomaton global, RoleName from, RoleName to) {
        return new BufferBounds(global, from, to).compute();
    }

    private Bound compute() {
        for (int state = 0; state < global.states().size(); state++) {
            for (GlobalTransition transition : global.states().get(state).transitions()) {
                if (isOfPair(transition)) {
                    firstNode.put(transition, node(new Node(transition.target(), Set.of(to))));
                }
            }
        }
        for (int i = 0; i < nodes.size() && complete; i++) {
            expand(i);
        }
        if (!complete) {
            return unknown();
        }
        int[] counts = graph.longestPathsTo(firstNode.values());
        Map<Interaction, Integer> before = new HashMap<>();
        firstNode.keySet().forEach(transition -> before.put(transition.interaction(), 0));
        int max = firstNode.isEmpty() ? 0 : 1;
        for (Sending sending : sendings) {
            int inFlight = counts[sending.node] == WeightedGraph.UNLIMITED
                    ? WeightedGraph.UNLIMITED
                    : counts[sending.node] + 1;
            before.merge(sending.transition.interaction(), inFlight, Math::max);
            max = Math.max(max, inFlight == WeightedGraph.UNLIMITED ? WeightedGraph.UNLIMITED : inFlight + 1);
        }
        return new Bound(
                max == WeightedGraph.UNLIMITED ? OptionalInt.empty() : OptionalInt.of(max),
                graph.heavyCycle(),
                overtaken(),
                before);
    }

    private boolean isOfPair(GlobalTransition transition) {
        return transition.interaction().from().equals(from)
                && transition.interaction().to().equals(to);
    }

    private int node(Node node) {
        return numbers.computeIfAbsent(node, key -> {
            nodes.add(key);
            graph.addNode();
            return nodes.size() - 1;
        });
    }

    private void expand(int number) {
        Node node = nodes.get(number);
        for (GlobalTransition transition : global.states().get(node.state).transitions()) {
            Interaction interaction = transition.interaction();
            Set<RoleName> knowing = node.knowing;
            if (knowing.contains(interaction.from()) && !knowing.contains(interaction.to()) && isCertain(transition)) {
                knowing = new HashSet<>(knowing);
                knowing.add(interaction.to());
            }
            if (knowing.contains(from)) {
                continue; // the message has arrived before the sender can send another
            }
            boolean counts = isOfPair(transition);
            if (counts) {
                sendings.add(new Sending(number, transition));
            }
            graph.addArc(number, node(new Node(transition.target(), Set.copyOf(knowing))), counts ? 1 : 0, interaction);
        }
        complete = nodes.size() <= MAX_NODES;
    }

    /**
     * Returns whether the receiver of a message has it when it goes on. It may not if it decides without waiting for all, or if the sender's
     * family has no members, unless this pair is of that family itself.
     */
    private boolean isCertain(GlobalTransition transition) {
        RoleName sender = transition.interaction().from();
        return !transition.mayLose(sender)
                && (!global.families().mayBeNobody(sender)
                        || !global.families().isPlural(from, sender)
                        || !global.families().isPlural(to, sender));
    }

    private Set<Interaction> overtaken() {
        boolean[] followed =
                graph.nodesBefore(sendings.stream().map(Sending::node).toList());
        Set<Interaction> overtaken = new HashSet<>();
        firstNode.forEach((transition, node) -> {
            if (followed[node]) {
                overtaken.add(transition.interaction());
            }
        });
        return overtaken;
    }

    private Bound unknown() {
        Set<Interaction> all = new HashSet<>();
        Map<Interaction, Integer> before = new HashMap<>();
        firstNode.keySet().forEach(transition -> {
            all.add(transition.interaction());
            before.put(transition.interaction(), WeightedGraph.UNLIMITED);
        });
        return new Bound(OptionalInt.empty(), List.of(), all, before);
    }
}
