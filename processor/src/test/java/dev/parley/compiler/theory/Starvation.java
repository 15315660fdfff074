package dev.parley.compiler.theory;

import dev.parley.compiler.global.GlobalAutomaton;
import dev.parley.compiler.global.GlobalTransition;
import dev.parley.compiler.global.Interaction;
import dev.parley.compiler.machine.Action;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.machine.Transition;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds out, by walking a protocol and one role's machine together, whether the role may wait for ever. */
final class Starvation {

    private final GlobalAutomaton global;
    private final StateMachine machine;

    private record Point(int global, int local) {}

    private Starvation(GlobalAutomaton global, StateMachine machine) {
        this.global = global;
        this.machine = machine;
    }

    /** Returns whether the role may wait for a message while the others go on for ever without it. */
    static boolean mayHappen(GlobalAutomaton global, StateMachine machine) {
        Starvation starvation = new Starvation(global, machine);
        return starvation.reachable().stream().anyMatch(starvation::isStarving);
    }

    private Set<Point> reachable() {
        Set<Point> seen = new HashSet<>(Set.of(new Point(0, 0)));
        List<Point> open = new ArrayList<>(seen);
        while (!open.isEmpty()) {
            Point point = open.remove(open.size() - 1);
            for (GlobalTransition transition : global.states().get(point.global).transitions()) {
                Point next = new Point(transition.target(), after(point.local, transition.interaction()));
                if (seen.add(next)) {
                    open.add(next);
                }
            }
        }
        return seen;
    }

    private int after(int local, Interaction interaction) {
        if (!interaction.involves(machine.role())) {
            return local;
        }
        Action action = interaction.from().equals(machine.role())
                ? new Action.Send(interaction.to(), interaction.message())
                : new Action.Receive(interaction.from(), interaction.message());
        return machine.states().get(local).transitions().stream()
                .filter(transition -> transition.action().equals(action))
                .mapToInt(Transition::target)
                .findFirst()
                .orElseThrow();
    }

    private boolean isStarving(Point point) {
        return machine.states().get(point.local).receives() && isOutOfTheGame(point.global, machine.role());
    }

    /** Returns whether from here the session never ends and the role never acts. */
    private boolean isOutOfTheGame(int state, RoleName role) {
        Set<Integer> seen = new HashSet<>(Set.of(state));
        List<Integer> open = new ArrayList<>(seen);
        while (!open.isEmpty()) {
            List<GlobalTransition> transitions =
                    global.states().get(open.remove(open.size() - 1)).transitions();
            if (transitions.isEmpty()
                    || transitions.stream().anyMatch(each -> each.interaction().involves(role))) {
                return false;
            }
            transitions.stream().map(GlobalTransition::target).filter(seen::add).forEach(open::add);
        }
        return true;
    }
}
