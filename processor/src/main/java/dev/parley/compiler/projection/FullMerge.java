package dev.parley.compiler.projection;

import dev.parley.compiler.global.GlobalAutomaton;
import dev.parley.compiler.global.GlobalState;
import dev.parley.compiler.global.GlobalTransition;
import dev.parley.compiler.global.Interaction;
import dev.parley.compiler.projection.LocalType.Choice;
import dev.parley.compiler.projection.LocalType.Done;
import dev.parley.compiler.projection.LocalType.Recursion;
import dev.parley.compiler.projection.LocalType.Variable;
import dev.parley.compiler.protocol.RoleName;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The classic projection of a global type, driven by its syntax, with full merge: where a role does not see a choice,
 * what it does in the alternatives must be the same, except that it may receive different messages from one sender. It
 * is sound and far from complete, and serves for comparison: whatever it accepts, {@link SubsetProjection} accepts.
 *
 * <p>Projection and merge are those of A. Scalas and N. Yoshida, "Less Is More: Multiparty Session Types Revisited",
 * POPL 2019, definitions 3.2 and 3.3, with choices whose alternatives have one sender and any receivers as in R.
 * Majumdar, M. Mukund, F. Stutz and D. Zufferey, "Generalising Projection in Asynchronous Multiparty Session Types",
 * CONCUR 2021, section 2. The automaton is read as the type that unrolls it up to the first state seen again; a
 * recursion whose variable is not used is left out. Recursion goes as deep as the longest path through the protocol.
 */
public final class FullMerge {

    private final GlobalAutomaton global;
    private final RoleName role;
    private final BitSet involving;
    private final BitSet joins;
    private final Map<Point, Optional<LocalType>> known = new HashMap<>();
    private int variables;

    /** A global state, and the variables of the states around it that it may go back to. */
    private record Point(int state, Map<Integer, Variable> open) {}

    private FullMerge(GlobalAutomaton global, RoleName role) {
        this.global = global;
        this.role = role;
        this.involving = involving();
        this.joins = joins();
    }

    /** Returns the local type of the role, or empty where the classic projection is not defined. */
    public static Optional<LocalType> project(GlobalAutomaton global, RoleName role) {
        return new FullMerge(global, role).project(new Point(0, Map.of()));
    }

    /** Finds the states from which the role may have something to do. */
    private BitSet involving() {
        BitSet found = new BitSet();
        boolean more = true;
        while (more) {
            int before = found.cardinality();
            for (int number = global.states().size() - 1; number >= 0; number--) {
                boolean leads = global.states().get(number).transitions().stream()
                        .anyMatch(transition ->
                                transition.interaction().involves(role) || found.get(transition.target()));
                found.set(number, leads);
            }
            more = found.cardinality() > before;
        }
        return found;
    }

    /** Finds the states that are reached in more than one way. Every loop has one, or has the initial state. */
    private BitSet joins() {
        BitSet reached = new BitSet();
        BitSet again = new BitSet();
        reached.set(0);
        for (GlobalState state : global.states()) {
            for (GlobalTransition transition : state.transitions()) {
                again.set(transition.target(), again.get(transition.target()) || reached.get(transition.target()));
                reached.set(transition.target());
            }
        }
        return again;
    }

    private Optional<LocalType> project(Point point) {
        if (!involving.get(point.state)) {
            return Optional.of(new Done());
        }
        if (point.open.containsKey(point.state)) {
            return Optional.of(point.open.get(point.state));
        }
        Optional<LocalType> result = known.get(point);
        if (result == null) {
            result = joins.get(point.state) ? recursion(point) : steps(point);
            known.put(point, result);
        }
        return result;
    }

    private Optional<LocalType> recursion(Point point) {
        Variable variable = fresh();
        Map<Integer, Variable> open = new HashMap<>(point.open);
        open.put(point.state, variable);
        return steps(new Point(point.state, open))
                .map(body -> body.mentions(variable) ? new Recursion(variable, body) : body);
    }

    private Variable fresh() {
        return new Variable(++variables);
    }

    private Optional<LocalType> steps(Point point) {
        List<GlobalTransition> transitions = global.states().get(point.state).transitions();
        if (transitions.get(0).interaction().from().equals(role)) {
            return selection(transitions, point.open);
        }
        return transitions.stream()
                .map(transition -> unseen(transition, point.open))
                .reduce(this::merge)
                .orElseThrow();
    }

    private Optional<LocalType> selection(List<GlobalTransition> transitions, Map<Integer, Variable> open) {
        Map<Interaction, LocalType> alternatives = new LinkedHashMap<>();
        for (GlobalTransition transition : transitions) {
            Optional<LocalType> after = project(new Point(transition.target(), open));
            if (after.isEmpty()) {
                return Optional.empty();
            }
            alternatives.put(transition.interaction(), after.get());
        }
        return Optional.of(new Choice(true, alternatives));
    }

    /** Projects one alternative of a choice that another role makes. */
    private Optional<LocalType> unseen(GlobalTransition transition, Map<Integer, Variable> open) {
        Interaction interaction = transition.interaction();
        Optional<LocalType> after = project(new Point(transition.target(), open));
        return interaction.to().equals(role) ? after.map(type -> new Choice(false, Map.of(interaction, type))) : after;
    }

    private Optional<LocalType> merge(Optional<LocalType> one, Optional<LocalType> other) {
        return one.flatMap(left -> other.flatMap(right -> merge(left, right)));
    }

    private Optional<LocalType> merge(LocalType left, LocalType right) {
        if (left.equals(right)) {
            return Optional.of(left);
        }
        if (left instanceof Recursion one && right instanceof Recursion other) {
            Variable variable = fresh();
            return merge(
                            one.body().rename(one.variable(), variable),
                            other.body().rename(other.variable(), variable))
                    .map(body -> new Recursion(variable, body));
        }
        return left instanceof Choice one && right instanceof Choice other && one.canMerge(other)
                ? merge(one, other)
                : Optional.empty();
    }

    private Optional<LocalType> merge(Choice left, Choice right) {
        Map<Interaction, LocalType> alternatives = new LinkedHashMap<>(left.alternatives());
        for (Map.Entry<Interaction, LocalType> alternative :
                right.alternatives().entrySet()) {
            LocalType same = left.alternatives().get(alternative.getKey());
            Optional<LocalType> merged =
                    same == null ? Optional.of(alternative.getValue()) : merge(same, alternative.getValue());
            if (merged.isEmpty()) {
                return Optional.empty();
            }
            alternatives.put(alternative.getKey(), merged.get());
        }
        return Optional.of(new Choice(left.sends(), alternatives));
    }
}
