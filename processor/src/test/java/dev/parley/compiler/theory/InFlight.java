package dev.parley.compiler.theory;

import dev.parley.compiler.machine.Event;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many messages were seen in flight at once, in runs that never have more than a given number on any channel.
 *
 * @param contents what was under way at one moment or another, by channel
 * @param complete whether all such runs were looked at
 */
record InFlight(Set<Map<List<RoleName>, List<Message>>> contents, boolean complete) {

    private record Moment(Map<RoleName, Integer> states, Map<List<RoleName>, List<Message>> channels) {}

    /** Observes the machines until all is seen or there are too many moments. */
    static InFlight observe(List<StateMachine> machines, int capacity, int limit) {
        Set<Map<List<RoleName>, List<Message>>> contents = new HashSet<>();
        Set<Moment> seen = new HashSet<>();
        Deque<Run> open = new ArrayDeque<>(List.of(Run.of(machines)));
        while (!open.isEmpty() && seen.size() < limit) {
            Run run = open.remove();
            if (seen.add(new Moment(run.states(), run.channels()))) {
                contents.add(run.channels());
                for (Event event : run.enabled()) {
                    Run next = run.after(event);
                    if (next.channels().values().stream().allMatch(channel -> channel.size() <= capacity)) {
                        open.add(next);
                    }
                }
            }
        }
        return new InFlight(contents, open.isEmpty());
    }

    /** Returns the largest number of messages from one role to another. */
    int most(RoleName from, RoleName to) {
        return contents.stream()
                .mapToInt(channels -> size(channels, from, to))
                .max()
                .orElse(0);
    }

    /** Returns whether two roles both send to each other and there was never more than one message between them. */
    boolean alternate(RoleName one, RoleName other) {
        return most(one, other) > 0
                && most(other, one) > 0
                && contents.stream().allMatch(channels -> size(channels, one, other) + size(channels, other, one) <= 1);
    }

    private static int size(Map<List<RoleName>, List<Message>> channels, RoleName from, RoleName to) {
        return channels.getOrDefault(List.of(from, to), List.of()).size();
    }
}
