package dev.parley.compiler.subtyping;

import dev.parley.compiler.machine.Action;
import dev.parley.compiler.machine.Prospects;
import dev.parley.compiler.machine.State;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.machine.Transition;
import dev.parley.compiler.subtyping.Residual.At;
import dev.parley.compiler.subtyping.Residual.PutOff;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether one machine of a role, the candidate, may stand in for another, the original, whatever the others do
 * that worked with the original.
 *
 * <p><b>Synchronous</b> (depth 0): a coinductive simulation. Where the original sends, the candidate sends some of the
 * same messages and at least one; where the original receives, the candidate receives the same messages and maybe more;
 * where all may be over, the candidate expects that. (S. Gay, M. Hole, "Subtyping for session types in the pi calculus",
 * Acta Informatica 42, 2005, section 3, as process substitution.) With several senders more may be received only where it
 * cannot be a message that the original takes later: a message may already be there when its turn has not come.
 *
 * <p><b>Asynchronous</b> (depth n): in addition the candidate may send early, before up to n receives and sends to others
 * that come first in the original, in every alternative that others choose and in one that it chooses itself (S. Ghilezan,
 * J. Pantović, I. Prokić, A. Scalas, N. Yoshida, "Precise subtyping for asynchronous multiparty sessions", POPL 2021, the
 * refinements of outputs). It must always be able to make up for what it puts off. The full relation is undecidable (J. Lange, N.
 * Yoshida, "On the undecidability of asynchronous session subtyping", FoSSaCS 2017), so this is a sound part of it: receives
 * keep their order, and where n is not enough the verdict says so. It is sound where no role, the candidate
 * included, waits for two senders at once: what is sent early may overtake what told their messages apart.
 */
public final class Subtyping {

    /** Looking for a send in all that may come before it takes time exponential in the depth; more looks than this are too many. */
    private static final int MOST_LOOKS = 1_000_000;

    private final StateMachine candidate;
    private final StateMachine original;
    private final Prospects prospects;
    private final int depth;
    private final Simulation simulation = new Simulation();
    private boolean sendsLess;
    private Set<Action> offered = Set.of();
    private boolean undecided;
    private boolean outOfSight;
    private int looks;

    private Subtyping(StateMachine candidate, StateMachine original, int depth) {
        this.candidate = candidate;
        this.original = original;
        this.prospects = Prospects.of(original);
        this.depth = depth;
    }

    /**
     * Returns whether the candidate may stand in for the original. Both must be machines of protocols that can be
     * implemented.
     *
     * @param depth how many actions of the original a send may come early, at least 0; 0 for synchronous subtyping, which is always decided
     * @throws IllegalArgumentException if the machines are of different roles or the depth is negative
     */
    public static Verdict check(StateMachine candidate, StateMachine original, int depth) {
        if (!candidate.role().equals(original.role()) || depth < 0) {
            throw new IllegalArgumentException(
                    candidate.role() + " cannot stand in for " + original.role() + " at depth " + depth);
        }
        return new Subtyping(candidate, original, depth).check();
    }

    private Verdict check() {
        for (int number = 0; number < simulation.size(); number++) {
            Optional<String> reason = visit(number);
            if (reason.isPresent()) {
                return new Verdict.Fails(simulation.trace(number), reason.get());
            }
            if (looks > MOST_LOOKS) {
                return new Verdict.Unknown(depth);
            }
        }
        if (undecided) {
            return new Verdict.Unknown(depth);
        }
        return simulation
                .neverMadeUp()
                .<Verdict>map(number -> new Verdict.Fails(
                        simulation.trace(number), "it puts off " + next(simulation.residual(number)) + " for ever"))
                .orElseGet(() -> new Verdict.Holds(sendsLess));
    }

    /** Returns why the candidate does not do as the original here, if so. */
    private Optional<String> visit(int number) {
        State state = candidate.states().get(simulation.state(number));
        Residual residual = simulation.residual(number);
        return state.sends() ? visitSends(number, state, residual) : visitReceives(number, state, residual);
    }

    private Optional<String> visitSends(int number, State state, Residual residual) {
        Map<Action, Residual> wanted = residual.branches(original);
        offered = state.transitions().stream().map(Transition::action).collect(Collectors.toSet());
        for (Transition transition : state.transitions()) {
            outOfSight = false;
            Residual rest = take(residual, transition.action(), depth);
            if (rest != null) {
                boolean inTurn = wanted.containsKey(transition.action());
                simulation.add(number, transition.action(), inTurn, transition.target(), rest);
            } else if (outOfSight) {
                undecided = true;
            } else {
                return Optional.of("it " + transition.action().inWords() + ", where the original " + next(residual));
            }
        }
        return Optional.empty();
    }

    /** Returns what is left once the send is done early, or null if it does not come in time on every way. */
    private @Nullable Residual take(Residual from, Action send, int further) {
        Map<Action, Residual> branches = from.branches(original);
        Residual inTurn = branches.get(send);
        if (inTurn != null) {
            sendsLess |= !offered.containsAll(branches.keySet());
            return inTurn;
        }
        if (branches.isEmpty() || from.mayEnd(original)) {
            return null;
        }
        if (further == 0 || ++looks > MOST_LOOKS) {
            outOfSight = depth > 0;
            return null;
        }
        Map<Action, Residual> putOff = new LinkedHashMap<>();
        for (Map.Entry<Action, Residual> branch : branches.entrySet()) {
            boolean sends = branch.getKey() instanceof Action.Send;
            boolean inTheWay = sends && branch.getKey().peer().equals(send.peer());
            Residual rest = inTheWay ? null : take(branch.getValue(), send, further - 1);
            if (rest != null) {
                putOff.put(branch.getKey(), rest);
            } else if (!sends) {
                return null;
            }
        }
        sendsLess |= putOff.size() < branches.size();
        return putOff.isEmpty() ? null : new PutOff(putOff);
    }

    private Optional<String> visitReceives(int number, State state, Residual residual) {
        Map<Action, Residual> wanted = new LinkedHashMap<>(residual.branches(original));
        if (wanted.keySet().stream().anyMatch(Action.Send.class::isInstance)
                || (residual.mayEnd(original) && !state.accepting() && !state.isFinal())) {
            return Optional.of(doing(state) + ", where the original " + next(residual));
        }
        for (Transition transition : state.transitions()) {
            Residual rest = wanted.remove(transition.action());
            if (rest != null) {
                simulation.add(number, transition.action(), true, transition.target(), rest);
            } else if (mayTakeLater(residual, (Action.Receive) transition.action())) {
                return Optional.of(
                        "it " + transition.action().inWords() + ", which the original takes only after something else");
            }
        }
        return wanted.keySet().stream()
                .findFirst()
                .map(missing -> doing(state) + ", where the original " + missing.inWords());
    }

    private boolean mayTakeLater(Residual residual, Action.Receive receive) {
        if (residual instanceof At at) {
            return prospects.mayTakeNext(receive, at.state());
        }
        return residual.branches(original).entrySet().stream()
                .anyMatch(branch -> sameSender(branch.getKey(), receive)
                        ? branch.getKey().equals(receive)
                        : mayTakeLater(branch.getValue(), receive));
    }

    private static boolean sameSender(Action action, Action.Receive receive) {
        return action instanceof Action.Receive && action.peer().equals(receive.peer());
    }

    private static String doing(State state) {
        return state.isFinal() ? "it is done" : "it " + words(state.transitions());
    }

    private String next(Residual residual) {
        String actions = String.join(
                " or ",
                residual.branches(original).keySet().stream()
                        .map(Action::inWords)
                        .toList());
        if (actions.isEmpty()) {
            return "is done";
        }
        return residual.mayEnd(original) ? actions + " or is done" : actions;
    }

    private static String words(Iterable<Transition> transitions) {
        StringBuilder words = new StringBuilder();
        transitions.forEach(transition -> words.append(words.isEmpty() ? "" : " or ")
                .append(transition.action().inWords()));
        return words.toString();
    }
}
