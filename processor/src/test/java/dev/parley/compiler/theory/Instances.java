package dev.parley.compiler.theory;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.global.Families;
import dev.parley.compiler.machine.Action;
import dev.parley.compiler.machine.State;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.machine.Transition;
import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A protocol with families of a given size: every member has a machine of its own. What others do with a family they do with its members
 * one after the other; what is done once with every member is done with that one. Nobody leaves.
 */
final class Instances {

    private final Families families;
    private final int size;

    private Instances(Families families, int size) {
        this.families = families;
        this.size = size;
    }

    /** Returns the machines of a protocol each of whose families has so many members, 1 or more. */
    static List<StateMachine> of(CompiledProtocol protocol, int size) {
        Instances instances = new Instances(protocol.global().families(), size);
        return protocol.machines().stream()
                .flatMap(machine -> instances.all(machine).stream())
                .toList();
    }

    private List<StateMachine> all(StateMachine machine) {
        return families.of(machine.role()).isEmpty()
                ? List.of(machine(machine, machine.role(), 0))
                : IntStream.range(0, size)
                        .mapToObj(member -> machine(machine, member(machine.role(), member), member))
                        .toList();
    }

    private static RoleName member(RoleName role, int member) {
        return new RoleName(role + "#" + member);
    }

    private List<RoleName> peers(RoleName role, RoleName peer, int member) {
        if (families.isPlural(role, peer)) {
            return IntStream.range(0, size).mapToObj(each -> member(peer, each)).toList();
        }
        return List.of(families.of(peer).isEmpty() ? peer : member(peer, member));
    }

    private StateMachine machine(StateMachine machine, RoleName role, int member) {
        List<List<Transition>> transitions = new ArrayList<>();
        machine.states().forEach(state -> transitions.add(new ArrayList<>()));
        for (State state : machine.states()) {
            for (Transition transition : state.transitions()) {
                int from = state.number();
                List<RoleName> peers = peers(machine.role(), transition.action().peer(), member);
                for (int i = 0; i < peers.size(); i++) {
                    boolean last = i == peers.size() - 1;
                    int to = last ? transition.target() : transitions.size();
                    if (!last) {
                        transitions.add(new ArrayList<>());
                    }
                    transitions
                            .get(from)
                            .add(new Transition(action(transition, peers.get(i)), to, transition.step(), ""));
                    from = to;
                }
            }
        }
        List<State> states = new ArrayList<>();
        for (int i = 0; i < transitions.size(); i++) {
            boolean accepting =
                    i < machine.states().size() && machine.states().get(i).accepting();
            states.add(new State(i, "S" + i, true, false, Optional.empty(), accepting, transitions.get(i)));
        }
        return new StateMachine(role, states);
    }

    private static Action action(Transition transition, RoleName peer) {
        Message message = transition.action().message();
        return transition.action() instanceof Action.Send
                ? new Action.Send(peer, message)
                : new Action.Receive(peer, message);
    }
}
