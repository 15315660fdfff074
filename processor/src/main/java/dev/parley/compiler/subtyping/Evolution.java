package dev.parley.compiler.subtyping;

import dev.parley.compiler.machine.Action;
import dev.parley.compiler.machine.Exploration;
import dev.parley.compiler.machine.Exploration.Clean;
import dev.parley.compiler.machine.Exploration.Fault;
import dev.parley.compiler.machine.Exploration.Faulty;
import dev.parley.compiler.machine.Explorer;
import dev.parley.compiler.machine.State;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.machine.StateSpace;
import dev.parley.compiler.machine.Transition;
import dev.parley.compiler.protocol.RoleName;
import dev.parley.compiler.subtyping.Deployment.Broken;
import dev.parley.compiler.subtyping.Deployment.Evidence;
import dev.parley.compiler.subtyping.Deployment.Safe;
import dev.parley.compiler.subtyping.Deployment.Unknown;
import dev.parley.compiler.subtyping.Verdict.Holds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Decides for each role that two versions of a protocol share whether one party can be on one version while all the others are on
 * the other. Subtyping decides where it can, for channels of any size; where it cannot, all that the mixed machines may do is
 * explored, over ever larger channels until larger ones add nothing.
 */
public final class Evolution {

    /** Sets of machines with more configurations than this are given up. */
    private static final int MOST_CONFIGURATIONS = 100_000;

    private final Map<RoleName, StateMachine> before;
    private final Map<RoleName, StateMachine> after;
    private final int bound;
    private final Set<RoleName> starving = new HashSet<>();

    private Evolution(List<StateMachine> before, List<StateMachine> after, int bound) {
        this.before = byRole(before);
        this.after = byRole(after);
        this.bound = bound;
        findStarving(before);
        findStarving(after);
    }

    /**
     * A role that both versions have.
     *
     * @param role the role
     * @param newAmongOld the new version of the role, with all others old
     * @param oldAmongNew the old version of the role, with all others new
     */
    public record RoleEvolution(RoleName role, Deployment newAmongOld, Deployment oldAmongNew) {}

    /**
     * Compares two versions of a protocol, each of which can be implemented.
     *
     * @param before the machines of the old version
     * @param after the machines of the new version
     * @param bound how large the channels may get before giving up, and how many actions a send may come early, at least 1
     * @return the roles that both have, sorted by name
     */
    public static List<RoleEvolution> compare(List<StateMachine> before, List<StateMachine> after, int bound) {
        Evolution evolution = new Evolution(before, after, bound);
        return evolution.before.keySet().stream()
                .filter(role -> !role.isParty() && evolution.after.containsKey(role))
                .map(evolution::role)
                .toList();
    }

    /** The role itself, and its parties in parallel blocks, which are upgraded together with it. */
    private static List<StateMachine> played(RoleName role, Map<RoleName, StateMachine> version) {
        return version.values().stream()
                .filter(machine -> machine.role().role().equals(role))
                .toList();
    }

    private RoleEvolution role(RoleName role) {
        return new RoleEvolution(role, deployed(role, after, before), deployed(role, before, after));
    }

    private static Map<RoleName, StateMachine> byRole(List<StateMachine> machines) {
        Map<RoleName, StateMachine> byRole = new TreeMap<>();
        machines.forEach(machine -> byRole.put(machine.role(), machine));
        return byRole;
    }

    /** Remembers who may be left waiting without any change: that is no fault of a change. */
    private void findStarving(List<StateMachine> machines) {
        if (Explorer.explore(machines, 1, MOST_CONFIGURATIONS) instanceof Faulty faulty
                && faulty.fault() == Fault.LEFT_WAITING) {
            starving.add(faulty.role());
        }
    }

    /** Returns whether the role in one version works with the others in another. */
    private Deployment deployed(
            RoleName role, Map<RoleName, StateMachine> version, Map<RoleName, StateMachine> others) {
        List<StateMachine> candidates = played(role, version);
        Map<RoleName, StateMachine> mixed = mix(candidates, version, others);
        Optional<Holds> subtype = Optional.empty();
        if (mixed.keySet().equals(others.keySet())) {
            subtype = subtypes(candidates, others);
            if (subtype.isPresent() && !subtype.get().sendsLess()) {
                return new Safe(Evidence.SUBTYPING);
            }
            if (subtype.isEmpty() && candidates.size() == 1 && allWaitForOneAtATime(mixed)) {
                subtype = holds(Subtyping.check(candidates.get(0), get(others, role), bound));
                if (subtype.isPresent() && !subtype.get().sendsLess()) {
                    return new Safe(Evidence.ASYNCHRONOUS_SUBTYPING);
                }
            }
        }
        Deployment explored = explore(List.copyOf(mixed.values()));
        return explored instanceof Unknown unknown && unknown.tried() && subtype.isPresent()
                ? new Safe(Evidence.SUBTYPING_AND_EXPLORATION)
                : explored;
    }

    /**
     * Returns that each machine may stand in for that of the same name. They may be exchanged one by one then: what goes on after
     * each exchange is a part of what went on before.
     */
    private static Optional<Holds> subtypes(List<StateMachine> candidates, Map<RoleName, StateMachine> originals) {
        boolean sendsLess = false;
        for (StateMachine candidate : candidates) {
            Optional<Holds> one = holds(Subtyping.check(candidate, get(originals, candidate.role()), 0));
            if (one.isEmpty()) {
                return Optional.empty();
            }
            sendsLess |= one.get().sendsLess();
        }
        return Optional.of(new Holds(sendsLess));
    }

    private static Optional<Holds> holds(Verdict verdict) {
        return verdict instanceof Holds holds ? Optional.of(holds) : Optional.empty();
    }

    private static StateMachine get(Map<RoleName, StateMachine> machines, RoleName role) {
        return Optional.ofNullable(machines.get(role)).orElseThrow();
    }

    /**
     * A role that only one version has takes part if one that takes part in that version talks to it. A branch that only one
     * version of a role has is not played by the other: nobody ever takes what is sent there.
     */
    private static Map<RoleName, StateMachine> mix(
            List<StateMachine> candidates, Map<RoleName, StateMachine> version, Map<RoleName, StateMachine> others) {
        Map<RoleName, StateMachine> mixed = new TreeMap<>();
        List<StateMachine> open = new ArrayList<>(candidates);
        RoleName changed = candidates.get(0).role().role();
        others.values().stream()
                .filter(machine -> version.containsKey(machine.role().role()))
                .filter(machine -> !machine.role().role().equals(changed))
                .forEach(open::add);
        open.forEach(machine -> mixed.put(machine.role(), machine));
        for (int i = 0; i < open.size(); i++) {
            for (RoleName peer : peers(open.get(i))) {
                if (!mixed.containsKey(peer)) {
                    boolean inBoth = version.containsKey(peer.role()) && others.containsKey(peer.role());
                    StateMachine only = inBoth ? idle(peer) : get(version.containsKey(peer) ? version : others, peer);
                    mixed.put(peer, only);
                    open.add(only);
                }
            }
        }
        return mixed;
    }

    private static StateMachine idle(RoleName role) {
        return new StateMachine(role, List.of(new State(0, "Done", true, false, Optional.empty(), true, List.of())));
    }

    private static Set<RoleName> peers(StateMachine machine) {
        Set<RoleName> peers = new HashSet<>();
        machine.states()
                .forEach(state -> state.transitions()
                        .forEach(transition -> peers.add(transition.action().peer())));
        return peers;
    }

    /** Where a role waits for two senders at once, what is sent early may overtake what told their messages apart. */
    private static boolean allWaitForOneAtATime(Map<RoleName, StateMachine> machines) {
        return machines.values().stream()
                .flatMap(machine -> machine.states().stream())
                .allMatch(state -> senders(state) <= 1);
    }

    private static long senders(State state) {
        return state.transitions().stream()
                .map(Transition::action)
                .filter(Action.Receive.class::isInstance)
                .map(Action::peer)
                .distinct()
                .count();
    }

    private Deployment explore(List<StateMachine> machines) {
        for (int size = 1; size <= bound; size++) {
            StateSpace space = StateSpace.explore(machines, size, MOST_CONFIGURATIONS, seen -> {});
            if (space.fault().isPresent()) {
                return judged(space.fault().get());
            }
            if (!space.complete()) {
                return new Unknown(
                        "more than " + MOST_CONFIGURATIONS + " situations with channels of " + size
                                + "; nothing is wrong in those that were looked at",
                        false);
            }
            if (space.exact()) {
                Exploration all = Explorer.explore(machines, size, MOST_CONFIGURATIONS);
                return all instanceof Faulty faulty ? judged(faulty) : new Safe(Evidence.EXPLORATION);
            }
        }
        return upToTheBound(Explorer.explore(machines, bound, MOST_CONFIGURATIONS));
    }

    private Deployment judged(Faulty fault) {
        return fault.fault() == Fault.LEFT_WAITING && starving.contains(fault.role())
                ? new Unknown(
                        fault.role() + " may wait for ever, as it may without the change; nothing worse was found",
                        false)
                : new Broken(fault);
    }

    private Deployment upToTheBound(Exploration exploration) {
        String bounded = "with at most " + bound + " messages in a channel ";
        if (exploration instanceof Clean) {
            return new Unknown(bounded + "nothing goes wrong; more are possible", true);
        }
        return exploration instanceof Faulty faulty
                ? new Unknown(bounded + "this goes wrong, though maybe not with more: " + faulty.description(), false)
                : new Unknown(bounded + "there are too many situations to look at", false);
    }
}
