package dev.parley.compiler.theory;

import dev.parley.compiler.machine.Action;
import dev.parley.compiler.machine.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares what can be seen of two processes: which events may follow one another, and after which all may be over. Both
 * are run at once, each as the set of all that it may be after the events so far, in runs that never have more than a given number
 * of messages under way.
 */
final class Traces {

    private Traces() {}

    /** A sequence of events that tells the processes apart, and what may follow it in each. */
    record Difference(List<Event> word, Set<String> left, Set<String> right) {}

    /**
     * What a comparison has found.
     *
     * @param situations how many pairs of sets were looked at
     * @param complete whether these were all
     * @param difference the first difference, if there is one
     */
    record Comparison(int situations, boolean complete, Optional<Difference> difference) {}

    private record Situation(Set<Behaviour> left, Set<Behaviour> right) {}

    private record Reached(Situation situation, int underWay, List<Event> word) {}

    static Comparison compare(Behaviour left, Behaviour right, int mostUnderWay, int limit) {
        Set<Situation> seen = new HashSet<>();
        Deque<Reached> open = new ArrayDeque<>();
        open.add(new Reached(new Situation(closure(Set.of(left)), closure(Set.of(right))), 0, List.of()));
        while (!open.isEmpty() && seen.size() < limit) {
            Reached reached = open.remove();
            Situation at = reached.situation;
            if (!seen.add(at)) {
                continue;
            }
            Map<Event, Set<Behaviour>> nextLeft = next(at.left);
            Map<Event, Set<Behaviour>> nextRight = next(at.right);
            if (!nextLeft.keySet().equals(nextRight.keySet()) || isOver(at.left) != isOver(at.right)) {
                Difference difference =
                        new Difference(reached.word, seen(at.left, nextLeft), seen(at.right, nextRight));
                return new Comparison(seen.size(), false, Optional.of(difference));
            }
            nextLeft.forEach((event, after) -> {
                int underWay = reached.underWay + (event.action() instanceof Action.Send ? 1 : -1);
                if (underWay <= mostUnderWay) {
                    List<Event> word = new ArrayList<>(reached.word);
                    word.add(event);
                    Situation next = new Situation(closure(after), closure(nextRight.getOrDefault(event, Set.of())));
                    open.add(new Reached(next, underWay, word));
                }
            });
        }
        return new Comparison(seen.size(), open.isEmpty(), Optional.empty());
    }

    /** Returns all that the processes may be before anything more is seen. */
    private static Set<Behaviour> closure(Set<Behaviour> processes) {
        Set<Behaviour> all = new HashSet<>(processes);
        Deque<Behaviour> open = new ArrayDeque<>(processes);
        while (!open.isEmpty()) {
            for (Behaviour.Step step : open.remove().steps()) {
                if (step.event().isEmpty() && all.add(step.next())) {
                    open.add(step.next());
                }
            }
        }
        return all;
    }

    private static Map<Event, Set<Behaviour>> next(Set<Behaviour> processes) {
        Map<Event, Set<Behaviour>> next = new LinkedHashMap<>();
        processes.forEach(process -> process.steps()
                .forEach(step -> step.event()
                        .ifPresent(event -> next.computeIfAbsent(event, key -> new HashSet<>())
                                .add(step.next()))));
        return next;
    }

    private static boolean isOver(Set<Behaviour> processes) {
        return processes.stream().anyMatch(Behaviour::isOver);
    }

    private static Set<String> seen(Set<Behaviour> processes, Map<Event, Set<Behaviour>> next) {
        Set<String> seen = new HashSet<>();
        next.keySet().forEach(event -> seen.add(event.toString()));
        if (isOver(processes)) {
            seen.add("over");
        }
        return seen;
    }
}
