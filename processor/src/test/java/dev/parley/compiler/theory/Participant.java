package dev.parley.compiler.theory;

import dev.parley.compiler.global.Families;
import dev.parley.compiler.machine.Action;
import dev.parley.compiler.machine.State;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.machine.Transition;
import dev.parley.compiler.protocol.Label;
import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The machine of one participant among members that may leave and join, in the making: the compiled machine in layers, one for each
 * {@link Knowledge} of who is there. A message to a family goes to those who are there as far as the sender has seen, and one from a family is
 * awaited from those.
 *
 * <p>Whoever plays with one member alone sees it leave with a message that the text ends with {@code End}, and tells its role so when it is done. A member that is done, or late, closes its channels;
 * who waits for it finds that out, and goes on without. From then on whatever is sent to it is taken by nobody who cares.
 */
final class Participant {

    private final Instances instances;
    private final StateMachine machine;
    private final RoleName role;
    private final Map<Node, Integer> numbers = new LinkedHashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<List<Arc>> arcs = new ArrayList<>();

    /** A point of a participant's run. */
    sealed interface Node {}

    /** In a state of the compiled machine. */
    record At(int state, Knowledge knows) implements Node {}

    /** In the middle of a step that is done with several, some of whom are left. */
    record Partway(Place step, List<RoleName> left, Knowledge knows) implements Node {}

    /** About to say to others for whom a block is run. */
    record Leading(Place fork, List<RoleName> followers, Knowledge knows) implements Node {}

    /** A step of the compiled machine, by the number of its state and its own. */
    record Place(int state, int step) {}

    /** Not yet taken in. */
    record Outside() implements Node {}

    /** Has left, and some do not know. */
    record Closing(List<RoleName> left) implements Node {}

    /** What may be done next. */
    record Arc(Action action, Node target) {}

    Participant(Instances instances, StateMachine machine, int member) {
        this.instances = instances;
        this.machine = machine;
        Families families = instances.families();
        this.role = families.of(machine.role()).isEmpty() ? machine.role() : Instances.member(machine.role(), member);
        Moves moves = new Moves(instances, machine, member);
        number(moves.first());
        for (int i = 0; i < nodes.size(); i++) {
            List<Arc> next = moves.from(nodes.get(i));
            next.forEach(arc -> number(arc.target));
            arcs.add(next);
        }
    }

    private Participant(Instances instances) {
        this.instances = instances;
        this.machine = new StateMachine(Instances.NOBODY, List.of());
        this.role = Instances.NOBODY;
        number(new Closing(List.of()));
        arcs.add(List.of());
    }

    /** Returns one who takes whatever comes. */
    static Participant nobody(Instances instances) {
        return new Participant(instances);
    }

    private void number(Node node) {
        if (numbers.putIfAbsent(node, nodes.size()) == null) {
            nodes.add(node);
        }
    }

    RoleName role() {
        return role;
    }

    /** Returns what others receive of it. */
    Map<RoleName, Set<Action>> sendings() {
        Map<RoleName, Set<Action>> sent = new HashMap<>();
        for (List<Arc> each : arcs) {
            for (Arc arc : each) {
                if (arc.action instanceof Action.Send send) {
                    sent.computeIfAbsent(send.peer(), key -> new LinkedHashSet<>())
                            .add(new Action.Receive(role, send.message()));
                }
            }
        }
        return sent;
    }

    /**
     * Returns the machine.
     *
     * @param all what may ever be sent to it, which it takes when it has left
     */
    StateMachine machine(Set<Action> all) {
        List<State> states = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            List<Transition> transitions = new ArrayList<>();
            for (Arc arc : arcs.get(i)) {
                transitions.add(transition(arc.action, numbers.getOrDefault(arc.target, -1)));
            }
            if (nodes.get(i) instanceof Closing) {
                for (Action take : all) {
                    transitions.add(transition(take, i));
                }
            }
            states.add(new State(i, "S" + i, true, false, Optional.empty(), isAccepting(nodes.get(i)), transitions));
        }
        return new StateMachine(role, states);
    }

    private Transition transition(Action action, int target) {
        return new Transition(action, target, instances.anyStep(), "");
    }

    private boolean isAccepting(Node node) {
        if (node instanceof At at) {
            return machine.states().get(at.state).accepting();
        }
        return node instanceof Outside || (node instanceof Closing closing && closing.left.isEmpty());
    }

    /** Returns a message that is none of the protocol's. */
    static Message internal(String text) {
        return new Message(new Label("(" + text + ")"), List.of());
    }
}
