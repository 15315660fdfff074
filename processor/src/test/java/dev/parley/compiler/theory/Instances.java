package dev.parley.compiler.theory;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.global.Families;
import dev.parley.compiler.machine.Action;
import dev.parley.compiler.machine.Intake;
import dev.parley.compiler.machine.State;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.machine.Transition;
import dev.parley.compiler.protocol.Label;
import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.RoleName;
import dev.parley.compiler.protocol.Step.MessageStep;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A protocol with families of a given size: every member has a machine of its own. What others do with a family they do with its members
 * one after the other; what is done once with every member is done with that one. Nobody leaves.
 * What is done with no members is done with nobody, who takes whatever there is.
 *
 * <p>Some may join: the machine of a role that takes members in has a layer for each number of members that it knows of, and goes on to the
 * next with a message to the newcomer, who begins with that message. All others know of those only that were there from the start.
 */
final class Instances {

    private static final Label ADMIT = new Label("(admit)");
    private static final RoleName NOBODY = new RoleName("Nobody");

    private final CompiledProtocol protocol;
    private final Families families;
    private final int size;
    private final int joining;

    private Instances(CompiledProtocol protocol, int size, int joining) {
        this.protocol = protocol;
        this.families = protocol.global().families();
        this.size = size;
        this.joining = joining;
    }

    /** Returns the machines of a protocol each of whose families has so many members, 0 or more. */
    static List<StateMachine> of(CompiledProtocol protocol, int size) {
        return of(protocol, size, 0);
    }

    /** Returns the machines of a protocol each of whose families has so many members, and so many that may join. */
    static List<StateMachine> of(CompiledProtocol protocol, int size, int joining) {
        Instances instances = new Instances(protocol, size, joining);
        List<StateMachine> machines = new ArrayList<>();
        protocol.machines().forEach(machine -> machines.addAll(instances.all(machine)));
        if (size == 0) {
            machines.add(nobody(machines));
        }
        return machines;
    }

    private static StateMachine nobody(List<StateMachine> others) {
        Set<Transition> takes = new LinkedHashSet<>();
        for (StateMachine other : others) {
            other.states().stream()
                    .flatMap(state -> state.transitions().stream())
                    .filter(transition -> transition.action().peer().equals(NOBODY))
                    .map(transition ->
                            new Action.Receive(other.role(), transition.action().message()))
                    .distinct()
                    .forEach(take -> takes.add(new Transition(take, 0, anyStep(others), "")));
        }
        return new StateMachine(
                NOBODY, List.of(new State(0, "S0", true, false, Optional.empty(), true, List.copyOf(takes))));
    }

    private static MessageStep anyStep(List<StateMachine> machines) {
        return machines.stream()
                .flatMap(machine -> machine.states().stream())
                .flatMap(state -> state.transitions().stream())
                .map(Transition::step)
                .findFirst()
                .orElseThrow();
    }

    private List<StateMachine> all(StateMachine machine) {
        RoleName role = machine.role();
        return families.of(role).isEmpty()
                ? List.of(new Layers(machine, role, 0).machine())
                : IntStream.range(0, size + joining)
                        .mapToObj(member -> new Layers(machine, member(role, member), member).machine())
                        .toList();
    }

    private static RoleName member(RoleName role, int member) {
        return new RoleName(role + "#" + member);
    }

    /** The machine of one participant in the making: a layer for each number of newcomers that it may know of. */
    private final class Layers {

        private final StateMachine machine;
        private final RoleName role;
        private final int member;
        private final int layers;
        private final List<List<Transition>> transitions = new ArrayList<>();
        private final BitSet accepting = new BitSet();

        Layers(StateMachine machine, RoleName role, int member) {
            this.machine = machine;
            this.role = role;
            this.member = member;
            this.layers = intakes().isEmpty() ? 1 : joining + 1;
        }

        /** Where the machine's own role, or that of the party, takes members in. */
        private List<Intake> intakes() {
            return protocol.intakes().stream()
                    .filter(intake -> intake.coordinator().equals(machine.role()))
                    .toList();
        }

        StateMachine machine() {
            int first = isNewcomer() ? newState(true) : 0;
            int base = transitions.size();
            for (int layer = 0; layer < layers; layer++) {
                machine.states().forEach(state -> newState(state.accepting()));
            }
            for (int layer = 0; layer < layers; layer++) {
                for (State state : machine.states()) {
                    addSteps(base, layer, state);
                }
                if (layer + 1 < layers) {
                    addIntakes(base, layer);
                }
            }
            if (isNewcomer()) {
                addEntries(first, base);
            }
            List<State> states = new ArrayList<>();
            for (int i = 0; i < transitions.size(); i++) {
                states.add(new State(i, "S" + i, true, false, Optional.empty(), accepting.get(i), transitions.get(i)));
            }
            return new StateMachine(role, states);
        }

        /** A party of a newcomer, or of somebody with the newcomer, waits for its role as any other does. */
        private boolean isNewcomer() {
            return member >= size && families.of(machine.role()).equals(Optional.of(machine.role()));
        }

        private int newState(boolean mayBeOver) {
            accepting.set(transitions.size(), mayBeOver);
            transitions.add(new ArrayList<>());
            return transitions.size() - 1;
        }

        private void addSteps(int base, int layer, State state) {
            int offset = base + layer * machine.states().size();
            for (Transition transition : state.transitions()) {
                int from = offset + state.number();
                List<RoleName> peers = peers(transition.action().peer(), layer);
                for (int i = 0; i < peers.size(); i++) {
                    boolean last = i == peers.size() - 1;
                    int to = last ? offset + transition.target() : newState(false);
                    transitions
                            .get(from)
                            .add(new Transition(action(transition, peers.get(i)), to, transition.step(), ""));
                    from = to;
                }
                if (peers.isEmpty()) {
                    Action pass = new Action.Send(NOBODY, transition.action().message());
                    transitions
                            .get(from)
                            .add(new Transition(pass, offset + transition.target(), transition.step(), ""));
                }
            }
        }

        private List<RoleName> peers(RoleName peer, int layer) {
            if (families.isPlural(machine.role(), peer)) {
                return IntStream.range(0, size + layer)
                        .mapToObj(each -> member(peer, each))
                        .toList();
            }
            return List.of(families.of(peer).isEmpty() ? peer : member(peer, member));
        }

        private void addIntakes(int base, int layer) {
            int offset = base + layer * machine.states().size();
            for (Intake intake : intakes()) {
                int next = offset + machine.states().size() + intake.state();
                Action admit = new Action.Send(member(intake.family(), size + layer), message(intake));
                transitions.get(offset + intake.state()).add(new Transition(admit, next, step(), ""));
            }
        }

        private void addEntries(int first, int base) {
            protocol.intakes().stream()
                    .filter(intake -> intake.family().equals(machine.role()))
                    .forEach(intake -> {
                        Action admit = new Action.Receive(intake.coordinator(), message(intake));
                        transitions.get(first).add(new Transition(admit, base + intake.entry(), step(), ""));
                    });
        }

        /** Newcomers say where they are taken in by telling the messages apart. */
        private Message message(Intake intake) {
            return new Message(new Label(ADMIT.value() + intake.entry()), List.of());
        }

        private MessageStep step() {
            return anyStep(List.of(machine));
        }
    }

    private static Action action(Transition transition, RoleName peer) {
        Message message = transition.action().message();
        return transition.action() instanceof Action.Send
                ? new Action.Send(peer, message)
                : new Action.Receive(peer, message);
    }
}
