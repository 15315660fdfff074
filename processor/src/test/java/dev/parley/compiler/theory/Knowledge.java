package dev.parley.compiler.theory;

import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a participant has seen of the members of families.
 *
 * @param votes the members that have not left as far as it knows, and how many messages of each that could have been decided without it
 *     has received, or for a member itself has sent, as far as that makes a difference
 * @param closed who will send nothing more; that this means that a member has left is seen when it is waited for
 * @param joined how many members it has taken in
 * @param turn the members for whom the block just begun is run; empty outside such blocks
 * @param late whether it is a member that was too late, and knows it
 */
record Knowledge(
        SortedMap<RoleName, Integer> votes,
        SortedSet<RoleName> closed,
        int joined,
        Optional<Set<RoleName>> turn,
        boolean late) {

    /** Returns what is known at first: that these members are there. */
    static Knowledge of(Collection<RoleName> members) {
        SortedMap<RoleName, Integer> votes = new TreeMap<>();
        members.forEach(member -> votes.put(member, 0));
        return new Knowledge(votes, new TreeSet<>(), 0, Optional.empty(), false);
    }

    /** Returns all that can be known of these members between two blocks, when some have voted at most so many times, and nobody counts for the others. */
    static List<Knowledge> all(Collection<RoleName> members, Map<RoleName, Integer> mostVotes) {
        List<Knowledge> all = new ArrayList<>(List.of(of(List.of())));
        for (RoleName member : members) {
            for (Knowledge less : List.copyOf(all)) {
                for (int votes = 0; votes <= mostVotes.getOrDefault(member, 0); votes++) {
                    int count = votes;
                    all.add(less.with(more -> more.put(member, count)));
                }
            }
        }
        return all;
    }

    boolean isThere(RoleName member) {
        return votes.containsKey(member);
    }

    int votesOf(RoleName member) {
        return votes.getOrDefault(member, 0);
    }

    Knowledge without(RoleName member) {
        return with(less -> less.remove(member));
    }

    Knowledge withJoined(RoleName member) {
        Knowledge more = with(all -> all.put(member, 0));
        return new Knowledge(more.votes, closed, joined + 1, turn, late);
    }

    boolean isClosed(RoleName sender) {
        return closed.contains(sender);
    }

    Knowledge withClosed(RoleName sender) {
        SortedSet<RoleName> more = new TreeSet<>(closed);
        more.add(sender);
        return new Knowledge(votes, more, joined, turn, late);
    }

    Knowledge withVote(RoleName member) {
        return with(more -> more.computeIfPresent(member, (key, count) -> count + 1));
    }

    Knowledge withTurn(Set<RoleName> members) {
        return new Knowledge(votes, closed, joined, Optional.of(new TreeSet<>(members)), late);
    }

    Knowledge withoutTurn() {
        return new Knowledge(votes, closed, joined, Optional.empty(), late);
    }

    Knowledge withLate() {
        return new Knowledge(votes, closed, joined, turn, true);
    }

    /** Returns what a role knows that was told by its party in a branch what that has seen. */
    Knowledge withSeen(Knowledge party) {
        return with(both -> {
            both.keySet().retainAll(party.votes.keySet());
            both.replaceAll((member, count) -> Math.max(count, party.votesOf(member)));
        });
    }

    /** Returns what a party knows that is told by its role what that has seen. */
    Knowledge told(Knowledge role) {
        return new Knowledge(role.votes, closed, joined, turn, late);
    }

    private interface Change {
        void apply(SortedMap<RoleName, Integer> votes);
    }

    private Knowledge with(Change change) {
        SortedMap<RoleName, Integer> changed = new TreeMap<>(votes);
        change.apply(changed);
        return new Knowledge(changed, closed, joined, turn, late);
    }
}
