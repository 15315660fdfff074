package dev.parley.compiler.machine;

import dev.parley.compiler.machine.Exploration.Faulty;
import dev.parley.compiler.machine.Network.Channel;
import dev.parley.compiler.machine.Network.Configuration;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All that machines can do together over channels of a given size, counted; and the first thing that goes wrong for good, however
 * much the channels could hold. Unlike an {@link Explorer} it does not take a full channel for a fault, and says whether
 * larger channels would make a difference.
 */
public final class StateSpace {

    private final Network network;
    private final ConfigurationGraph graph;
    private final int[] fullest;
    private boolean heldUp;
    private boolean complete;
    private @Nullable Faulty fault;

    private StateSpace(Network network) {
        this.network = network;
        this.graph = new ConfigurationGraph(network);
        this.fullest = new int[network.channels().size()];
    }

    /**
     * How full a channel gets.
     *
     * @param from the sender
     * @param to the receiver
     * @param most the largest number of messages in it at once
     */
    public record Fill(RoleName from, RoleName to, int most) {}

    /**
     * Explores the given machines until all has been seen or something goes wrong.
     *
     * @param machines one for each role
     * @param bound how many messages a channel holds, at least 1
     * @param limit how many configurations may be looked at before giving up, at least 1
     * @param progress is told how many have been looked at, after each
     * @throws IllegalArgumentException if a number is out of range or a machine talks to a role that has no machine
     */
    public static StateSpace explore(List<StateMachine> machines, int bound, int limit, IntConsumer progress) {
        if (bound < 1 || limit < 1) {
            throw new IllegalArgumentException("bound and limit must be at least 1: " + bound + ", " + limit);
        }
        StateSpace space = new StateSpace(new Network(machines, bound));
        space.explore(limit, progress);
        return space;
    }

    private void explore(int limit, IntConsumer progress) {
        LastingFaults faults = new LastingFaults(network);
        for (int number = 0; number < graph.size(); number++) {
            if (number == limit) {
                return;
            }
            Configuration configuration = graph.get(number);
            Optional<LastingFaults.Finding> found = faults.find(configuration);
            if (found.isPresent()) {
                fault = new Faulty(
                        graph.size(),
                        found.get().fault(),
                        found.get().role(),
                        found.get().description(),
                        graph.trace(number));
                return;
            }
            graph.expand(number);
            heldUp |= network.holdsUp(configuration);
            for (int channel = 0; channel < fullest.length; channel++) {
                fullest[channel] = Math.max(fullest[channel], network.fill(configuration, channel));
            }
            progress.accept(number + 1);
        }
        complete = true;
    }

    /** Returns the first thing that goes wrong for good; nothing more was looked at then. */
    public Optional<Faulty> fault() {
        return Optional.ofNullable(fault);
    }

    /** Returns whether all configurations were seen. */
    public boolean complete() {
        return complete;
    }

    /** Returns whether all configurations were seen and larger channels would give no others: nothing ever had to wait for room. */
    public boolean exact() {
        return complete && !heldUp;
    }

    /** Returns how many configurations were seen. */
    public int configurations() {
        return graph.size();
    }

    /** Returns how many steps there are between them. */
    public int transitions() {
        return graph.transitions();
    }

    /** Returns how full each channel gets, sorted by sender, then receiver. */
    public List<Fill> fills() {
        List<Fill> fills = new ArrayList<>();
        for (int i = 0; i < fullest.length; i++) {
            Channel channel = network.channels().get(i);
            fills.add(new Fill(channel.from(), channel.to(), fullest[i]));
        }
        fills.sort((a, b) ->
                a.from().equals(b.from()) ? a.to().compareTo(b.to()) : a.from().compareTo(b.from()));
        return fills;
    }

    /** Returns the roles that can be done in the end whatever has happened so far, in the order of the machines. */
    public List<RoleName> alwaysAbleToEnd() {
        return IntStream.range(0, network.machines().size())
                .filter(role -> allLeadTo(number -> network.isDone(graph.get(number), role)))
                .mapToObj(role -> network.machines().get(role).role())
                .toList();
    }

    /** Returns in how many configurations all is over: every role is done and nothing is under way. */
    public int ends() {
        return (int) IntStream.range(0, graph.size())
                .filter(number -> network.isOver(graph.get(number)))
                .count();
    }

    /** Returns how many loops there are: greatest sets of configurations each of which leads back to itself through the others. */
    public int loops() {
        List<int[]> successors = graph.successors();
        StronglyConnected components = new StronglyConnected(successors);
        return (int) IntStream.range(0, components.count())
                .filter(component -> components.members(component).stream()
                        .anyMatch(member -> IntStream.of(successors.get(member))
                                .anyMatch(next -> components.of(next) == component)))
                .count();
    }

    private boolean allLeadTo(IntPredicate goal) {
        BitSet goals = new BitSet();
        IntStream.range(0, graph.size()).filter(goal).forEach(goals::set);
        return graph.leadingTo(goals).cardinality() == graph.size();
    }
}
