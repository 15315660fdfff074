package dev.parley.compiler.projection;

import dev.parley.compiler.global.GlobalAutomaton;
import dev.parley.compiler.global.GlobalTransition;
import dev.parley.compiler.projection.SendConflict.Otherwise;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The projection of a protocol to one role: a deterministic automaton over what the role knows. */
public final class Projection {

    private final GlobalAutomaton global;
    private final RoleName role;
    private final Erasure erasure;
    private final List<SubsetState> states;
    private final List<@Nullable Arrival> arrivals;

    /** How a subset state was first found: from which one, by which move. */
    record Arrival(int from, Move move) {}

    Projection(
            GlobalAutomaton global,
            RoleName role,
            Erasure erasure,
            List<SubsetState> states,
            List<@Nullable Arrival> arrivals) {
        this.global = global;
        this.role = role;
        this.erasure = erasure;
        this.states = List.copyOf(states);
        this.arrivals = arrivals;
    }

    /** Returns the protocol projected. */
    public GlobalAutomaton global() {
        return global;
    }

    /** Returns the role. */
    public RoleName role() {
        return role;
    }

    /** Returns the states, each at its number, the initial one first, in breadth-first order. */
    public List<SubsetState> states() {
        return states;
    }

    /**
     * Returns a shortest run of the protocol, among those that show the role what leads to the given state, after which
     * the protocol is at a place of that state that satisfies the predicate. All runs found for one state look alike to the role.
     */
    List<GlobalTransition> traceTo(SubsetState state, IntPredicate place) {
        List<Move> seen = new ArrayList<>();
        for (Arrival arrival = arrivals.get(state.number()); arrival != null; arrival = arrivals.get(arrival.from)) {
            seen.add(0, arrival.move);
        }
        return search(seen, goal -> state.places().contains(goal) && place.test(goal));
    }

    /** A point of the search: a place, how many moves the role has seen, and how the search came here. */
    private record Point(
            int place,
            int seen,
            @Nullable Point from,
            @Nullable GlobalTransition by) {}

    private List<GlobalTransition> search(List<Move> moves, IntPredicate goal) {
        Deque<Point> open = new ArrayDeque<>();
        Map<Integer, Set<Integer>> visited = new HashMap<>();
        open.add(new Point(0, 0, null, null));
        while (!open.isEmpty()) {
            Point point = open.remove();
            if (!visited.computeIfAbsent(point.seen, key -> new HashSet<>()).add(point.place)) {
                continue;
            }
            if (point.seen == moves.size() && goal.test(point.place)) {
                return path(point);
            }
            for (Erasure.Silent next : erasure.silent(point.place)) {
                open.add(new Point(next.target(), point.seen, point, next.transition()));
            }
            if (point.seen < moves.size()) {
                step(point, moves.get(point.seen), open);
            }
        }
        throw new IllegalStateException("no run leads to a state that was found by following runs");
    }

    private void step(Point point, Move move, Deque<Point> open) {
        if (move.send()) {
            if (erasure.sends(point.place)) {
                for (GlobalTransition transition : erasure.state(point.place).transitions()) {
                    if (transition.interaction().equals(move.interaction())) {
                        erasure.targets(transition)
                                .forEach(target -> open.add(new Point(target, point.seen + 1, point, transition)));
                    }
                }
            }
        } else if (erasure.isUnderWay(point.place)
                && erasure.receive(point.place).interaction().equals(move.interaction())) {
            // The transition itself was taken when the message was sent.
            erasure.targets(erasure.receive(point.place))
                    .forEach(target -> open.add(new Point(target, point.seen + 1, point, null)));
        }
    }

    private static List<GlobalTransition> path(Point end) {
        List<GlobalTransition> path = new ArrayList<>();
        for (Point point = end; point != null; point = point.from) {
            if (point.by != null) {
                path.add(point.by);
            }
        }
        Collections.reverse(path);
        return path;
    }

    /** Returns what the role has to do at a place where it does not send; empty where it does. */
    Optional<Otherwise> insteadOfSending(int place) {
        if (erasure.sends(place)) {
            return Optional.empty();
        }
        if (erasure.isUnderWay(place)) {
            return Optional.of(Otherwise.RECEIVE);
        }
        return Optional.of(erasure.isEnd(place) ? Otherwise.STOP : Otherwise.STAND_BY);
    }

    /**
     * Returns a shortest run, as text, after which the role is in the given state and the protocol in another.
     *
     * @param place a place of the role's state
     */
    public List<String> traceTo(SubsetState state, int place) {
        return Explanation.lines(traceTo(state, each -> each == place));
    }

    /** Returns the places that matter to the role and that a run may be at after a state of the protocol, as far as the role sees. */
    Set<Integer> possibleAfter(int state) {
        return erasure.closure(state);
    }

    /** Returns a shortest run, as text, after which the role is in the given state and will never be part of the session again. */
    public List<String> traceWithout(SubsetState state) {
        List<GlobalTransition> trace =
                traceTo(state, place -> insteadOfSending(place).equals(Optional.of(Otherwise.STAND_BY)));
        return Explanation.lines(trace);
    }

    /** Returns the shortest run after which the given message to the role is under way and the role is in the given state. */
    List<GlobalTransition> traceTo(SubsetState state, GlobalTransition message) {
        int sent = erasure.placeOf(message);
        return traceTo(state, place -> place == sent);
    }
}
