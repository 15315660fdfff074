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
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A protocol with families of a given size: every member has a machine of its own. What others do with a family they do with its members
 * one after the other; what is done once with every member is done with that one. Nobody leaves.
 *
 * <p>Some may join: the machine of a role that takes members in has a layer for each number of members that it knows of, and goes on to the
 * next with a message to the newcomer, who begins with that message. All others know of those only that were there from the start.
 */
final class Instances {

    private static final Label ADMIT = new Label("(admit)");

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

    /** Returns the machines of a protocol each of whose families has so many members, 1 or more. */
    static List<StateMachine> of(CompiledProtocol protocol, int size) {
        return of(protocol, size, 0);
    }

    /** Returns the machines of a protocol each of whose families has so many members, and so many that may join. */
    static List<StateMachine> of(CompiledProtocol protocol, int size, int joining) {
        Instances instances = new Instances(protocol, size, joining);
        return protocol.machines().stream()
                .flatMap(machine -> instances.all(machine).stream())
                .toList();
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
            return machine.states().stream()
                    .flatMap(state -> state.transitions().stream())
                    .map(Transition::step)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Action action(Transition transition, RoleName peer) {
        Message message = transition.action().message();
        return transition.action() instanceof Action.Send
                ? new Action.Send(peer, message)
                : new Action.Receive(peer, message);
    }
}
