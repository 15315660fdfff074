package dev.parley.compiler.projection;

import dev.parley.compiler.global.GlobalAutomaton;
import dev.parley.compiler.global.GlobalState;
import dev.parley.compiler.global.GlobalTransition;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Projects a global automaton to a role: erases what the role does not see, then determinises by subset construction.
 *
 * <p>Source: Li, Stutz, Wies, Zufferey, "Complete Multiparty Session Type Projection with Automata", CAV 2023, section 4
 * (projection by erasure, subset construction). Subsets hold only the places that matter to the role, see
 * {@link Erasure#closure}: the conditions on all members of a subset hold exactly when they hold on those.
 */
public final class SubsetProjection {

    /** How many places all subsets of a role may hold together: a subset construction can grow exponentially. */
    private static final int MAX_PLACES = 2_000_000;

    private final GlobalAutomaton global;
    private final RoleName role;
    private final Erasure erasure;
    private final Map<Set<Integer>, Integer> numbers = new HashMap<>();
    private final List<Set<Integer>> subsets = new ArrayList<>();
    private final List<Projection.@Nullable Arrival> arrivals = new ArrayList<>();
    private int places;

    private SubsetProjection(GlobalAutomaton global, RoleName role) {
        this.global = global;
        this.role = role;
        this.erasure = new Erasure(global, role);
    }

    /** Returns the projection to the role; empty where it would grow beyond all reason. */
    public static Optional<Projection> project(GlobalAutomaton global, RoleName role) {
        return new SubsetProjection(global, role).run();
    }

    private Optional<Projection> run() {
        number(erasure.closure(0), null);
        List<SubsetState> states = new ArrayList<>();
        for (int i = 0; i < subsets.size(); i++) {
            if (places > MAX_PLACES) {
                return Optional.empty();
            }
            states.add(state(i, subsets.get(i)));
        }
        return Optional.of(new Projection(global, role, erasure, states, arrivals));
    }

    private SubsetState state(int number, Set<Integer> subset) {
        List<GlobalState> sending = new ArrayList<>();
        List<GlobalTransition> awaited = new ArrayList<>();
        boolean mayBeOver = false;
        boolean mayBeLeftOut = false;
        Map<Move, Set<Integer>> targets = new LinkedHashMap<>();
        for (int place : subset) {
            if (erasure.isUnderWay(place)) {
                GlobalTransition message = erasure.receive(place);
                awaited.add(message);
                addTargets(targets, new Move(message.interaction(), false), message);
            } else if (erasure.sends(place)) {
                sending.add(erasure.state(place));
                for (GlobalTransition transition : erasure.state(place).transitions()) {
                    addTargets(targets, new Move(transition.interaction(), true), transition);
                }
            } else if (erasure.isEnd(place)) {
                mayBeOver = true;
            } else {
                mayBeLeftOut = true;
            }
        }
        Map<Move, Integer> moves = new LinkedHashMap<>();
        targets.forEach((move, target) -> moves.put(move, number(target, new Projection.Arrival(number, move))));
        return new SubsetState(number, sending, awaited, mayBeOver, mayBeLeftOut, moves, subset);
    }

    private void addTargets(Map<Move, Set<Integer>> targets, Move move, GlobalTransition transition) {
        Set<Integer> reached = targets.computeIfAbsent(move, key -> new TreeSet<>());
        erasure.targets(transition).forEach(target -> reached.addAll(erasure.closure(target)));
    }

    private int number(Set<Integer> subset, Projection.@Nullable Arrival arrival) {
        Integer known = numbers.get(subset);
        if (known == null) {
            known = subsets.size();
            numbers.put(subset, known);
            subsets.add(subset);
            arrivals.add(arrival);
            places += subset.size();
        }
        return known;
    }
}
