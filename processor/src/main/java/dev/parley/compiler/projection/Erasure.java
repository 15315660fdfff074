package dev.parley.compiler.projection;

import dev.parley.compiler.global.GlobalAutomaton;
import dev.parley.compiler.global.GlobalState;
import dev.parley.compiler.global.GlobalTransition;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The global automaton as one role sees it: all that does not involve the role is silent.
 *
 * <p>Its places are the global states and, for each message to the role, the place where that message is under way. Without
 * the latter a role that must either receive or send, and cannot know which, would look as if it could always send: it
 * could walk past the message that it has not received. For a family there is one more place: where this member has left.
 */
final class Erasure {

    private final RoleName role;
    private final GlobalAutomaton global;
    private final int states;
    private final int gone;
    private final List<GlobalTransition> receives = new ArrayList<>();
    private final IdentityHashMap<GlobalTransition, Integer> underWay = new IdentityHashMap<>();
    private final boolean[] concerned;
    private final Map<Integer, Set<Integer>> closures = new HashMap<>();

    Erasure(GlobalAutomaton global, RoleName role) {
        this.role = role;
        this.global = global;
        this.states = global.states().size();
        for (GlobalState state : global.states()) {
            for (GlobalTransition transition : state.transitions()) {
                if (transition.interaction().to().equals(role)) {
                    underWay.put(transition, states + receives.size());
                    receives.add(transition);
                }
            }
        }
        this.gone = states + receives.size();
        this.concerned = findConcerned();
    }

    /** Returns whether the place is one where a message to the role is under way. */
    boolean isUnderWay(int place) {
        return place >= states && place != gone;
    }

    /** Returns the message under way at a place. */
    GlobalTransition receive(int place) {
        return receives.get(place - states);
    }

    /** Returns the place where a message to the role is under way. */
    int placeOf(GlobalTransition message) {
        return Objects.requireNonNull(underWay.get(message), "the message goes to another role");
    }

    /** Returns the global state of a place; where a message is under way, the state after its receipt. */
    GlobalState state(int place) {
        return global.states().get(isUnderWay(place) ? receive(place).target() : place);
    }

    /** Returns whether the role sends at this place. */
    boolean sends(int place) {
        return !isUnderWay(place)
                && place != gone
                && state(place).transitions().stream()
                        .anyMatch(transition -> transition.interaction().from().equals(role));
    }

    /** Returns whether the session is over at this place. */
    boolean isEnd(int place) {
        return place == gone || (!isUnderWay(place) && state(place).isEnd());
    }

    /** Returns the places that a step leads to: the state after it, and where this member has left. */
    List<Integer> targets(GlobalTransition transition) {
        List<Integer> targets = new ArrayList<>(1);
        if (transition.keeps(role)) {
            targets.add(transition.target());
        }
        if (transition.mayLose(role)) {
            targets.add(gone);
        }
        return targets;
    }

    /**
     * Returns the places that a run may silently come to from here and that matter to the role: where it sends, where a
     * message to it is under way, where the session is over, and where it will never act again though the session goes on.
     */
    Set<Integer> closure(int place) {
        return closures.computeIfAbsent(place, this::findClosure);
    }

    private Set<Integer> findClosure(int from) {
        Set<Integer> seen = new LinkedHashSet<>(List.of(from));
        Deque<Integer> open = new ArrayDeque<>(seen);
        Set<Integer> found = new TreeSet<>();
        while (!open.isEmpty()) {
            int place = open.remove();
            if (isUnderWay(place) || isEnd(place) || sends(place) || !concerned[place]) {
                found.add(place);
            } else {
                for (Silent next : silent(place)) {
                    if (seen.add(next.target)) {
                        open.add(next.target);
                    }
                }
            }
        }
        return found;
    }

    /** A move that the role does not see. */
    record Silent(GlobalTransition transition, int target) {}

    /** Returns the moves from a place that the role does not see. */
    List<Silent> silent(int place) {
        List<Silent> moves = new ArrayList<>();
        if (!isUnderWay(place) && !isEnd(place) && !sends(place)) {
            for (GlobalTransition transition : state(place).transitions()) {
                Integer middle = underWay.get(transition);
                if (middle != null) {
                    moves.add(new Silent(transition, middle));
                } else {
                    targets(transition).forEach(target -> moves.add(new Silent(transition, target)));
                }
            }
        }
        return moves;
    }

    /** Finds the states from which the role can still act, or the session end: backwards over all transitions. */
    private boolean[] findConcerned() {
        List<List<Integer>> predecessors = new ArrayList<>();
        global.states().forEach(state -> predecessors.add(new ArrayList<>(1)));
        Deque<Integer> open = new ArrayDeque<>();
        boolean[] found = new boolean[states];
        for (GlobalState state : global.states()) {
            boolean acts = state.isEnd();
            for (GlobalTransition transition : state.transitions()) {
                predecessors.get(transition.target()).add(state.number());
                acts |= transition.interaction().involves(role) || transition.mayLose(role);
            }
            if (acts) {
                found[state.number()] = true;
                open.add(state.number());
            }
        }
        while (!open.isEmpty()) {
            for (int previous : predecessors.get(open.remove())) {
                if (!found[previous]) {
                    found[previous] = true;
                    open.add(previous);
                }
            }
        }
        return found;
    }
}
