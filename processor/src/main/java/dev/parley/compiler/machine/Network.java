package dev.parley.compiler.machine;

import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Machines joined by first-in-first-out channels, one for each ordered pair of roles, each of which holds a bounded
 * number of messages: the transition system that such machines make together (D. Brand, P. Zafiropulo, "On Communicating
 * Finite-State Machines", JACM 30(2), 1983).
 */
final class Network {

    private final List<StateMachine> machines;
    private final int bound;
    private final List<RoleName> roles;
    private final List<Channel> channels;
    private final Map<Message, Integer> codes = new HashMap<>();
    private final List<Message> messages = new ArrayList<>();

    /** The steps of each state of each machine. What is constant about a step is looked up once. */
    private final List<List<List<Step>>> steps = new ArrayList<>();

    /** The way from one role to another. */
    record Channel(RoleName from, RoleName to) {}

    /**
     * A step of one machine.
     *
     * @param role the machine's place
     * @param event what it does
     * @param channel the place of the channel it uses
     * @param code the number of the message
     * @param target the state after it
     */
    record Step(int role, Event event, int channel, int code, int target) {

        boolean sends() {
            return event.action() instanceof Action.Send;
        }
    }

    /**
     * A step that is possible now.
     *
     * @param step the step
     * @param after the configuration it leads to
     */
    record Move(Step step, Configuration after) {}

    /**
     * The states of all machines and the contents of all channels. The machines' states come first; then, for each
     * channel, as many cells as it can hold messages, the oldest message first and 0 where there is none.
     */
    static final class Configuration {

        private final int[] cells;

        private Configuration(int[] cells) {
            this.cells = cells;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Configuration that && Arrays.equals(cells, that.cells);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(cells);
        }
    }

    Network(List<StateMachine> machines, int bound) {
        this.machines = machines;
        this.bound = bound;
        this.roles = machines.stream().map(StateMachine::role).toList();
        Set<Channel> used = new LinkedHashSet<>();
        for (StateMachine machine : machines) {
            for (State state : machine.states()) {
                for (Transition transition : state.transitions()) {
                    used.add(channel(machine.role(), transition.action()));
                }
            }
        }
        channels = List.copyOf(used);
        for (StateMachine machine : machines) {
            steps.add(machine.states().stream()
                    .map(state -> state.transitions().stream()
                            .map(transition -> step(machine.role(), transition))
                            .toList())
                    .toList());
        }
    }

    private static Channel channel(RoleName role, Action action) {
        return action instanceof Action.Send ? new Channel(role, action.peer()) : new Channel(action.peer(), role);
    }

    private Step step(RoleName role, Transition transition) {
        Action action = transition.action();
        if (!roles.contains(action.peer())) {
            throw new IllegalArgumentException(role + " talks to " + action.peer() + ", which has no machine");
        }
        int code = codes.computeIfAbsent(action.message(), message -> {
            messages.add(message);
            return messages.size();
        });
        return new Step(
                roles.indexOf(role),
                new Event(role, action),
                channels.indexOf(channel(role, action)),
                code,
                transition.target());
    }

    List<StateMachine> machines() {
        return machines;
    }

    List<Channel> channels() {
        return channels;
    }

    Configuration initial() {
        return new Configuration(new int[machines.size() + channels.size() * bound]);
    }

    /** Returns all that can happen next. */
    List<Move> moves(Configuration configuration) {
        List<Move> moves = new ArrayList<>();
        for (int role = 0; role < machines.size(); role++) {
            for (Step step : steps.get(role).get(configuration.cells[role])) {
                int first = firstCell(step.channel);
                int free = freeCell(configuration, first);
                if (step.sends() && free < first + bound) {
                    moves.add(new Move(step, afterSend(configuration, step, free)));
                } else if (!step.sends() && configuration.cells[first] == step.code) {
                    moves.add(new Move(step, afterReceive(configuration, step, first)));
                }
            }
        }
        return moves;
    }

    private Configuration afterSend(Configuration before, Step step, int free) {
        int[] cells = before.cells.clone();
        cells[step.role] = step.target;
        cells[free] = step.code;
        return new Configuration(cells);
    }

    private Configuration afterReceive(Configuration before, Step step, int first) {
        int[] cells = before.cells.clone();
        cells[step.role] = step.target;
        System.arraycopy(cells, first + 1, cells, first, bound - 1);
        cells[first + bound - 1] = 0;
        return new Configuration(cells);
    }

    private int firstCell(int channel) {
        return machines.size() + channel * bound;
    }

    private int freeCell(Configuration configuration, int first) {
        int cell = first;
        while (cell < first + bound && configuration.cells[cell] != 0) {
            cell++;
        }
        return cell;
    }

    /** Returns the state that the machine at the given place is in. */
    State state(Configuration configuration, int role) {
        return machines.get(role).states().get(configuration.cells[role]);
    }

    /** Returns the oldest message in the channel, or null if it is empty. */
    @Nullable Message head(Configuration configuration, int channel) {
        int code = configuration.cells[firstCell(channel)];
        return code == 0 ? null : messages.get(code - 1);
    }

    /** Returns whether the machine at the given place may be done. */
    boolean isDone(Configuration configuration, int role) {
        State state = state(configuration, role);
        return state.accepting() || state.isFinal();
    }

    /** Returns whether all machines may be done and nothing is under way. */
    boolean isOver(Configuration configuration) {
        for (int role = 0; role < machines.size(); role++) {
            if (!isDone(configuration, role)) {
                return false;
            }
        }
        for (int channel = 0; channel < channels.size(); channel++) {
            if (head(configuration, channel) != null) {
                return false;
            }
        }
        return true;
    }

    /** Returns the oldest message under way between two roles of which one sends to the other, or null if there is none. */
    @Nullable Message head(Configuration configuration, RoleName from, RoleName to) {
        return head(configuration, channels.indexOf(new Channel(from, to)));
    }

    /** Returns the place of a role's machine. */
    int place(RoleName role) {
        return roles.indexOf(role);
    }

    /** Returns how many messages are in the channel. */
    int fill(Configuration configuration, int channel) {
        int first = firstCell(channel);
        return freeCell(configuration, first) - first;
    }

    /** Returns whether a machine has something to send and finds no room for it. */
    boolean holdsUp(Configuration configuration) {
        for (int role = 0; role < machines.size(); role++) {
            for (Step step : steps.get(role).get(configuration.cells[role])) {
                if (step.sends() && fill(configuration, step.channel) == bound) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns the place of the machine that a channel leads to. */
    int receiver(int channel) {
        return roles.indexOf(channels.get(channel).to());
    }
}
