package dev.parley.processor.codegen;

import dev.parley.compiler.machine.Action;
import dev.parley.compiler.machine.State;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.machine.Transition;
import dev.parley.compiler.protocol.Label;
import dev.parley.compiler.protocol.Phase;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the states of a role say of the protocol's phases, to find the steps that change it: only these tell the session. What is said of
 * a phase at run time is for {@code dev.parley.runtime.Phases} to define.
 */
final class PhaseProfiles {

    private final StateMachine machine;
    private final List<Profile> profiles = new ArrayList<>();
    private final BitSet changing = new BitSet();

    /**
     * What a state says.
     *
     * @param now the phases of the messages that may be next
     * @param turn the phase that the role can but go on with, because all it may do is to send messages of it
     * @param ahead the phases of all messages from here on, and the branches that may begin or have not come to their end
     */
    private record Profile(Set<String> now, Optional<String> turn, Set<Object> ahead) {}

    /**
     * Creates the profiles.
     *
     * @param phased whether the protocol has phases at all
     */
    PhaseProfiles(StateMachine machine, boolean phased) {
        this.machine = machine;
        if (!phased) {
            machine.states().forEach(state -> profiles.add(new Profile(Set.of(), Optional.empty(), Set.of())));
            return;
        }
        List<Set<Object>> ahead = ahead();
        for (State state : machine.states()) {
            profiles.add(new Profile(now(state), turn(state), ahead.get(state.number())));
        }
        for (State state : machine.states()) {
            if (!state.multicastRest()) {
                state.transitions().forEach(transition -> compare(state, machine.multicast(transition)));
            }
        }
        Profile initial = profiles.get(0);
        changing.set(0, changing.get(0) || !initial.ahead.isEmpty());
    }

    private void compare(State source, List<Transition> steps) {
        State target = machine.states().get(steps.get(steps.size() - 1).target());
        boolean differs = !profiles.get(source.number()).equals(profiles.get(target.number()));
        if (differs || (isSomethingAhead(target) && (source.isHidden() || target.isHidden()))) {
            changing.set(target.number());
        }
    }

    private boolean isSomethingAhead(State state) {
        return !profiles.get(state.number()).ahead.isEmpty();
    }

    /** Returns whether the session is to be told when the role comes to a state. */
    boolean changesAt(State state) {
        return changing.get(state.number());
    }

    /** Returns the phase that begins with a message at the latest: where the state before has left that open. */
    Optional<String> begins(State source, Transition send) {
        return phase(send).filter(phase -> !turn(source).equals(Optional.of(phase)));
    }

    private static Optional<String> phase(Transition transition) {
        return transition.step().marks().phase().map(Phase::name);
    }

    private static Set<String> now(State state) {
        Set<String> phases = new TreeSet<>();
        state.transitions().forEach(transition -> phase(transition).ifPresent(phases::add));
        return phases;
    }

    private static Optional<String> turn(State state) {
        List<Optional<String>> phases = state.transitions().stream()
                .filter(each -> !each.action().message().crash())
                .map(PhaseProfiles::phase)
                .distinct()
                .toList();
        return state.sends() && phases.size() == 1 ? phases.get(0) : Optional.empty();
    }

    private static boolean concernsBranch(Action action) {
        Label label = action.message().label();
        return action instanceof Action.Send ? label.equals(Label.FORK) : label.equals(Label.JOIN);
    }

    private List<Set<Object>> ahead() {
        List<Set<Object>> ahead = new ArrayList<>();
        for (State state : machine.states()) {
            Set<Object> first = new HashSet<>(now(state));
            state.transitions().stream()
                    .map(Transition::action)
                    .filter(PhaseProfiles::concernsBranch)
                    .forEach(first::add);
            ahead.add(first);
        }
        boolean grows = true;
        while (grows) {
            grows = false;
            for (State state : machine.states()) {
                for (Transition transition : state.transitions()) {
                    grows |= ahead.get(state.number()).addAll(ahead.get(transition.target()));
                }
            }
        }
        return ahead;
    }
}
