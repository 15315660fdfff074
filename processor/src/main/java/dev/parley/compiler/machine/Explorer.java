package dev.parley.compiler.machine;

import dev.parley.compiler.machine.Exploration.Clean;
import dev.parley.compiler.machine.Exploration.Fault;
import dev.parley.compiler.machine.Exploration.Faulty;
import dev.parley.compiler.machine.Exploration.Unfinished;
import dev.parley.compiler.machine.Network.Channel;
import dev.parley.compiler.machine.Network.Configuration;
import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Runs machines together in every possible way, over first-in-first-out channels that hold a given number of messages,
 * and looks for whatever may go wrong. It knows nothing of the protocol that the machines were made from, so it is
 * evidence that the machines are right which does not rest on how they were made.
 *
 * <p>A role is done in a state that is accepting or has nothing left to do. A role that is done and could still receive
 * stays done when nothing can come any more. A message in a channel is an orphan when no continuation takes it, found
 * by searching the finite graph of configurations backwards from those where it is taken; a waiting role that no
 * continuation moves is found likewise. What goes wrong only with more messages in a channel than the bound is not
 * found.
 */
public final class Explorer {

    private final Network network;
    private final ConfigurationGraph graph;

    private Explorer(Network network) {
        this.network = network;
        this.graph = new ConfigurationGraph(network);
    }

    /**
     * Explores the given machines.
     *
     * @param machines one for each role
     * @param bound how many messages a channel holds, at least 1
     * @param limit how many configurations may be looked at before giving up, at least 1
     * @throws IllegalArgumentException if a number is out of range or a machine talks to a role that has no machine
     */
    public static Exploration explore(List<StateMachine> machines, int bound, int limit) {
        if (bound < 1 || limit < 1) {
            throw new IllegalArgumentException("bound and limit must be at least 1: " + bound + ", " + limit);
        }
        return new Explorer(new Network(machines, bound)).explore(limit);
    }

    private Exploration explore(int limit) {
        for (int number = 0; number < graph.size(); number++) {
            if (number == limit) {
                return new Unfinished(limit);
            }
            if (!graph.expand(number) && !network.isOver(graph.get(number))) {
                return stuck(number);
            }
        }
        return lostMessage().or(this::leftWaiting).orElseGet(() -> new Clean(graph.size()));
    }

    private List<RoleName> unfinishedRoles(Configuration configuration) {
        return roles().filter(role -> !network.isDone(configuration, role))
                .mapToObj(this::name)
                .toList();
    }

    /** Says what is wrong where nothing can move though not all is done. */
    private Exploration stuck(int number) {
        Configuration configuration = graph.get(number);
        List<RoleName> waiting = unfinishedRoles(configuration);
        List<Integer> inUse = channels()
                .filter(channel -> network.head(configuration, channel) != null)
                .boxed()
                .toList();
        Optional<Integer> unexpected = inUse.stream()
                .filter(channel -> isUnexpected(configuration, channel))
                .findFirst();
        if (unexpected.isPresent() || waiting.isEmpty()) {
            return lost(number, unexpected.orElseGet(() -> inUse.get(0)));
        }
        String description = roles().filter(role -> !network.isDone(configuration, role))
                .mapToObj(role -> describe(configuration, role))
                .collect(Collectors.joining("; ", "nothing can move: ", ""));
        return faulty(number, Fault.DEADLOCK, waiting.get(0), description);
    }

    /** Returns whether the receiver waits for that sender and yet not for that message. */
    private boolean isUnexpected(Configuration configuration, int channel) {
        RoleName sender = network.channels().get(channel).from();
        return network.state(configuration, network.receiver(channel)).transitions().stream()
                .map(Transition::action)
                .anyMatch(action ->
                        action instanceof Action.Receive && action.peer().equals(sender));
    }

    private Optional<Exploration> lostMessage() {
        List<BitSet> takers = channels()
                .mapToObj(channel -> graph.leadingTo(step -> !step.sends() && step.channel() == channel))
                .toList();
        for (int number = 0; number < graph.size(); number++) {
            OptionalInt channel = firstLost(number, takers);
            if (channel.isPresent()) {
                return Optional.of(lost(number, channel.getAsInt()));
            }
        }
        return Optional.empty();
    }

    private OptionalInt firstLost(int number, List<BitSet> takers) {
        return channels()
                .filter(channel -> network.head(graph.get(number), channel) != null
                        && !takers.get(channel).get(number))
                .findFirst();
    }

    private Exploration lost(int number, int channel) {
        Configuration configuration = graph.get(number);
        Channel way = network.channels().get(channel);
        Message message = network.head(configuration, channel);
        return faulty(
                number,
                isUnexpected(configuration, channel) ? Fault.UNEXPECTED_MESSAGE : Fault.ORPHAN_MESSAGE,
                way.to(),
                "nobody will ever take " + message + " from " + way.from() + "; "
                        + describe(configuration, network.receiver(channel)));
    }

    private Optional<Exploration> leftWaiting() {
        List<BitSet> movers = roles().mapToObj(role -> graph.leadingTo(step -> step.role() == role))
                .toList();
        for (int number = 0; number < graph.size(); number++) {
            OptionalInt role = firstLeft(number, movers);
            if (role.isPresent()) {
                String description = describe(graph.get(number), role.getAsInt()) + ", for ever while others go on";
                return Optional.of(faulty(number, Fault.LEFT_WAITING, name(role.getAsInt()), description));
            }
        }
        return Optional.empty();
    }

    private OptionalInt firstLeft(int number, List<BitSet> movers) {
        return roles().filter(role -> !network.isDone(graph.get(number), role)
                        && !movers.get(role).get(number))
                .findFirst();
    }

    private Exploration faulty(int number, Fault fault, RoleName role, String description) {
        return new Faulty(graph.size(), fault, role, description, graph.trace(number));
    }

    private String describe(Configuration configuration, int role) {
        State state = network.state(configuration, role);
        List<String> actions = new ArrayList<>();
        state.transitions()
                .forEach(transition -> actions.add(transition.action().toString()));
        String doing = state.isFinal() ? " is done" : " waits to do " + String.join(" or ", actions);
        return name(role) + doing;
    }

    private RoleName name(int role) {
        return network.machines().get(role).role();
    }

    private IntStream roles() {
        return IntStream.range(0, network.machines().size());
    }

    private IntStream channels() {
        return IntStream.range(0, network.channels().size());
    }
}
