package dev.parley.compiler.machine;

import dev.parley.compiler.machine.Exploration.Fault;
import dev.parley.compiler.machine.Network.Channel;
import dev.parley.compiler.machine.Network.Configuration;
import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds what is wrong in a configuration for good, however much the channels could hold: a message at the head of a channel
 * that its receiver cannot take next on any way it may still go, and machines that wait for nobody but one another or those
 * who will not send to them any more.
 *
 * <p>The second is the greatest set of machines in which each waits and every sender it waits for is in the set or
 * silent, with nothing to be taken from it. Where the channels are bounded a search that looks only for configurations
 * without a next step takes full channels for faults, and misses those beside which others go on.
 */
final class LastingFaults {

    private final Network network;
    private final List<Prospects> prospects;

    LastingFaults(Network network) {
        this.network = network;
        this.prospects = network.machines().stream().map(Prospects::of).toList();
    }

    /**
     * What is wrong.
     *
     * @param fault in which way
     * @param role for whom
     * @param description in words
     */
    record Finding(Fault fault, RoleName role, String description) {}

    Optional<Finding> find(Configuration configuration) {
        return neverTaken(configuration).or(() -> waitingForEver(configuration));
    }

    private Optional<Finding> neverTaken(Configuration configuration) {
        for (int channel = 0; channel < network.channels().size(); channel++) {
            Message head = network.head(configuration, channel);
            int receiver = network.receiver(channel);
            State state = network.state(configuration, receiver);
            Channel way = network.channels().get(channel);
            if (head != null
                    && !prospects.get(receiver).mayTakeNext(new Action.Receive(way.from(), head), state.number())) {
                return Optional.of(untaken(way, head, state));
            }
        }
        return Optional.empty();
    }

    private static Finding untaken(Channel way, Message head, State state) {
        boolean listens = senders(state).contains(way.from());
        return new Finding(
                listens ? Fault.UNEXPECTED_MESSAGE : Fault.ORPHAN_MESSAGE,
                way.to(),
                way.to().inWords() + " will never take " + head + " of "
                        + way.from().role() + ": it " + doing(state));
    }

    private Optional<Finding> waitingForEver(Configuration configuration) {
        BitSet halted = halted(configuration);
        List<Integer> left = new ArrayList<>();
        for (int role = halted.nextSetBit(0); role >= 0; role = halted.nextSetBit(role + 1)) {
            if (!network.isDone(configuration, role)) {
                left.add(role);
            } else {
                Optional<Finding> orphan = leftBehind(configuration, role);
                if (orphan.isPresent()) {
                    return orphan;
                }
            }
        }
        if (left.isEmpty()) {
            return Optional.empty();
        }
        boolean othersGoOn = halted.cardinality() < network.machines().size();
        String description = left.stream()
                .map(role -> name(role).inWords() + " " + doing(network.state(configuration, role)) + ", in vain")
                .collect(Collectors.joining("; "));
        return Optional.of(
                new Finding(othersGoOn ? Fault.LEFT_WAITING : Fault.DEADLOCK, name(left.get(0)), description));
    }

    private Optional<Finding> leftBehind(Configuration configuration, int role) {
        for (int channel = 0; channel < network.channels().size(); channel++) {
            Message head = network.head(configuration, channel);
            if (head != null && network.receiver(channel) == role) {
                Channel way = network.channels().get(channel);
                return Optional.of(untaken(way, head, network.state(configuration, role)));
            }
        }
        return Optional.empty();
    }

    /** Returns the machines that will never move again. */
    private BitSet halted(Configuration configuration) {
        BitSet halted = new BitSet();
        halted.set(0, network.machines().size());
        boolean shrunk = true;
        while (shrunk) {
            shrunk = false;
            for (int role = 0; role < network.machines().size(); role++) {
                if (halted.get(role) && mayMove(configuration, role, halted)) {
                    halted.clear(role);
                    shrunk = true;
                }
            }
        }
        return halted;
    }

    private boolean mayMove(Configuration configuration, int role, BitSet halted) {
        for (Transition transition : network.state(configuration, role).transitions()) {
            Action action = transition.action();
            if (action instanceof Action.Send) {
                return true;
            }
            Message head = network.head(configuration, action.peer(), name(role));
            if (head != null ? head.equals(action.message()) : maySend(configuration, action.peer(), role, halted)) {
                return true;
            }
        }
        return false;
    }

    private boolean maySend(Configuration configuration, RoleName peer, int role, BitSet halted) {
        int sender = network.place(peer);
        int state = network.state(configuration, sender).number();
        return !halted.get(sender) && prospects.get(sender).maySendTo(name(role), state);
    }

    private static List<RoleName> senders(State state) {
        return state.transitions().stream()
                .map(Transition::action)
                .filter(Action.Receive.class::isInstance)
                .map(Action::peer)
                .toList();
    }

    private static String doing(State state) {
        if (state.isFinal()) {
            return "is done";
        }
        return state.transitions().stream()
                .map(Transition::action)
                .map(action -> action instanceof Action.Send
                                || action.message().label().isInternal()
                        ? action.inWords()
                        : "waits for " + action.message() + " of "
                                + action.peer().role())
                .collect(Collectors.joining(" or "));
    }

    private RoleName name(int role) {
        return network.machines().get(role).role();
    }
}
