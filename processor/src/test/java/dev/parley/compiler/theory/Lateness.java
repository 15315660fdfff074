package dev.parley.compiler.theory;

import dev.parley.compiler.global.GlobalAutomaton;
import dev.parley.compiler.global.GlobalTransition;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which members of families are too late, and when. Whatever a quorum asks for and whenever time is up, in a run each member is in time
 * for some decisions, and then late for one or for none; so all ways to decide are found by trying all of these. That it is known from the start changes nothing: neither
 * the receiver nor the member does anything differently before the decision.
 *
 * @param votes for each member that is late: the vote it is late with
 */
record Lateness(Map<RoleName, Vote> votes) {

    /** How many votes of a member may be the one that is late. */
    static final int MOST_VOTES = 2;

    /**
     * One of the votes of a member.
     *
     * @param from who sends it: the family or one of its parties
     * @param to who decides without it
     * @param number how many the member has sent to that receiver when it has sent this one
     */
    record Vote(RoleName from, RoleName to, int number) {}

    /** Returns all ways in which these members may be late or not. */
    static List<Lateness> all(GlobalAutomaton global, Collection<RoleName> members) {
        List<Lateness> all = new ArrayList<>(List.of(new Lateness(Map.of())));
        for (RoleName member : members) {
            for (Lateness less : List.copyOf(all)) {
                votes(global, Instances.family(member)).forEach(vote -> {
                    Map<RoleName, Vote> more = new HashMap<>(less.votes);
                    more.put(member, vote);
                    all.add(new Lateness(Map.copyOf(more)));
                });
            }
        }
        return all;
    }

    /** Returns with which of its votes a member of the family may be late. Families that vote for another one are always in time here. */
    private static List<Vote> votes(GlobalAutomaton global, RoleName family) {
        List<Vote> votes = new ArrayList<>();
        global.states().stream()
                .flatMap(state -> state.transitions().stream())
                .filter(each -> each.step().marks().quorum().isPresent())
                .map(GlobalTransition::interaction)
                .filter(each -> each.from().role().equals(family)
                        && global.families().of(each.to()).isEmpty())
                .forEach(each -> {
                    for (int number = 1; number <= MOST_VOTES; number++) {
                        votes.add(new Vote(each.from(), each.to(), number));
                    }
                });
        return votes.stream().distinct().toList();
    }

    /** Returns whether the member, which has sent so many votes to the receiver, is late with the next one. */
    boolean isLate(RoleName member, RoleName from, RoleName to, int before) {
        return new Vote(from, to, before + 1).equals(votes.get(member));
    }

    /** Returns whether it counts how often a member votes for the receiver. */
    boolean counts(RoleName member, RoleName from, RoleName to) {
        Vote vote = votes.get(member);
        return vote != null && vote.from.equals(from) && vote.to.equals(to);
    }

    /** Returns how many votes of each member may have been counted while it was in time. */
    Map<RoleName, Integer> inTime() {
        Map<RoleName, Integer> most = new HashMap<>();
        votes.forEach((member, vote) -> most.put(member, vote.number - 1));
        return most;
    }
}
