package dev.parley.compiler.global;

import dev.parley.compiler.diagnostic.Origin;
import dev.parley.compiler.include.IncludedNames;
import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.BlockForm.ForEach;
import dev.parley.compiler.protocol.Continuation;
import dev.parley.compiler.protocol.Label;
import dev.parley.compiler.protocol.Reference;
import dev.parley.compiler.protocol.RoleName;
import dev.parley.compiler.protocol.Step;
import dev.parley.compiler.protocol.Step.MessageStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A parallel block, or one that is run for each member of a family, in terms of the theory, which knows no concurrency but that of roles.
 *
 * <p>A role that takes part in several branches has a party in each, which plays there in its place: the role makes its
 * parties begin ({@link Label#FORK}) and goes on when each has told that it is done ({@link Label#JOIN}). So nobody takes
 * part in two branches, and interactions of different branches are independent: the branches may as well be written one
 * after the other, since to each role the runs look the same as in any other order.
 *
 * <p>A block that is run for each member of a family is one branch for each of them: all roles but the family have a party there, that
 * is there once with every member; the automaton has the branch of the representative member.
 */
final class Branches {

    private final BlockDeclaration block;

    /** The branches of each role that takes part in several; roles in the order in which the text comes to them. */
    private final Map<RoleName, List<Branch>> shared = new LinkedHashMap<>();

    private final Map<RoleName, MessageStep> forks = new HashMap<>();
    private final Map<RoleName, MessageStep> joins = new HashMap<>();

    /**
     * One of the branches.
     *
     * @param name its name
     * @param origin what declares it
     */
    private record Branch(String name, Origin origin) {}

    private Branches(BlockDeclaration block) {
        this.block = block;
    }

    /** Returns the branches of a parallel block. */
    static Branches of(BlockDeclaration block, Map<String, BlockDeclaration> blocks) {
        Branches branches = new Branches(block);
        for (Step step : block.steps()) {
            branches.add(new Branch(step.method(), step.origin()), List.of(step), blocks);
        }
        branches.shared.values().removeIf(all -> all.size() < 2);
        return branches;
    }

    /** Returns the branch of one member in a block that is run for each member of a family. */
    static Branches of(BlockDeclaration block, ForEach forEach, Map<String, BlockDeclaration> blocks) {
        Branches branches = new Branches(block);
        branches.add(new Branch(turn(forEach), forEach.origin()), block.steps(), blocks);
        branches.shared.remove(forEach.family().role());
        return branches;
    }

    /** Returns the name of the one branch of a block that is run for each member of a family. */
    static String turn(ForEach forEach) {
        return RoleName.turn(forEach.family().name());
    }

    private void add(Branch branch, List<Step> steps, Map<String, BlockDeclaration> blocks) {
        for (RoleName role : participants(steps, blocks)) {
            shared.computeIfAbsent(role, key -> new ArrayList<>()).add(branch);
        }
    }

    /** Returns those of the given players that play in a branch through a party, each with that party. */
    Map<RoleName, RoleName> parties(String name, Activation activation) {
        Map<RoleName, RoleName> parties = new HashMap<>();
        shared.forEach((role, branches) -> branches.stream()
                .filter(branch -> branch.name.equals(name))
                .forEach(branch -> parties.put(role, party(activation.player(role), branch))));
        return parties;
    }

    /** Adds the steps by which all parties begin, and returns the state after them. */
    int addForks(DraftAutomaton draft, Activation activation) {
        int place = activation.start();
        for (Map.Entry<RoleName, List<Branch>> each : shared.entrySet()) {
            RoleName player = activation.player(each.getKey());
            List<RoleName> parties = each.getValue().stream()
                    .map(branch -> party(player, branch))
                    .toList();
            MessageStep step = forks.computeIfAbsent(
                    player,
                    key -> internal(Label.FORK, player, parties, each.getValue().get(0)));
            for (RoleName party : parties) {
                boolean last = party.equals(parties.get(parties.size() - 1));
                int next = draft.newState(
                        last ? start(activation) : start(activation).multicast());
                draft.addTransition(
                        place, new GlobalTransition(new Interaction(player, party, step.message()), next, step));
                place = next;
            }
        }
        return place;
    }

    /** Adds the steps by which all parties tell that they are done, from a state to the one after the block. */
    void addJoins(DraftAutomaton draft, Activation activation, int from) {
        int place = from;
        for (Map.Entry<RoleName, List<Branch>> each : shared.entrySet()) {
            RoleName player = activation.player(each.getKey());
            for (Branch branch : each.getValue()) {
                RoleName party = party(player, branch);
                MessageStep step =
                        joins.computeIfAbsent(party, key -> internal(Label.JOIN, party, List.of(player), branch));
                boolean last = branch.equals(each.getValue().get(each.getValue().size() - 1));
                int next =
                        draft.newState(last ? end(activation) : end(activation).multicast());
                draft.addTransition(
                        place, new GlobalTransition(new Interaction(party, player, step.message()), next, step));
                place = next;
            }
        }
        draft.addJump(place, activation.after(), null);
    }

    /** Returns the position of a state from which roles enter the block. */
    Position start(Activation activation) {
        return new Position(block.name(), true, activation.caller(), false);
    }

    /** Returns the position of a state from which roles leave the block. */
    Position end(Activation activation) {
        return new Position(block.name(), false, activation.caller(), false);
    }

    private RoleName party(RoleName player, Branch branch) {
        return player.party(IncludedNames.simple(block.name()), branch.name);
    }

    private static MessageStep internal(Label label, RoleName from, List<RoleName> to, Branch branch) {
        return new MessageStep(
                branch.name,
                label,
                new Reference(from.value(), branch.origin),
                to.stream()
                        .map(role -> new Reference(role.value(), branch.origin))
                        .toList(),
                List.of(),
                false,
                new Continuation.Next(),
                branch.origin,
                branch.origin);
    }

    private static Set<RoleName> participants(List<Step> branch, Map<String, BlockDeclaration> blocks) {
        Set<RoleName> participants = new LinkedHashSet<>();
        Set<String> entered = new HashSet<>();
        Deque<Step> open = new ArrayDeque<>(branch);
        while (!open.isEmpty()) {
            Step step = open.remove();
            if (step instanceof MessageStep message) {
                participants.add(message.from().role());
                message.to().forEach(to -> participants.add(to.role()));
            }
            for (Reference next : step.blocks()) {
                BlockDeclaration entering = blocks.get(next.name());
                if (entering != null && entered.add(next.name())) {
                    open.addAll(entering.steps());
                }
            }
        }
        return participants;
    }
}
