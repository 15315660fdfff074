package dev.parley.compiler.theory;

import dev.parley.compiler.machine.Action;
import dev.parley.compiler.machine.Event;
import dev.parley.compiler.machine.State;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.machine.Transition;
import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Machines after some events, joined by channels without bound.
 *
 * @param machines the machines
 * @param word the events so far
 * @param states the state each role is in
 * @param channels the messages under way from one role to another
 */
record Run(
        List<StateMachine> machines,
        List<Event> word,
        Map<RoleName, Integer> states,
        Map<List<RoleName>, List<Message>> channels) {

    /** Returns the run in which nothing has happened yet. */
    static Run of(List<StateMachine> machines) {
        Map<RoleName, Integer> states = new HashMap<>();
        machines.forEach(machine -> states.put(machine.role(), 0));
        return new Run(machines, List.of(), states, Map.of());
    }

    /** Returns all runs of at most the given length, one for each set of runs that look alike to all roles. */
    static List<Run> upTo(int length, int limit, List<StateMachine> machines) {
        List<Run> runs = new ArrayList<>(List.of(of(machines)));
        Set<Map<RoleName, List<Action>>> seen = new HashSet<>();
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            if (run.word.size() < length) {
                for (Event event : run.enabled()) {
                    Run next = run.after(event);
                    if (runs.size() < limit && seen.add(next.views())) {
                        runs.add(next);
                    }
                }
            }
        }
        return runs;
    }

    private Map<RoleName, List<Action>> views() {
        Map<RoleName, List<Action>> views = new HashMap<>();
        for (Event event : word) {
            views.computeIfAbsent(event.role(), role -> new ArrayList<>()).add(event.action());
        }
        return views;
    }

    /** Returns what can happen next. */
    List<Event> enabled() {
        List<Event> events = new ArrayList<>();
        for (StateMachine machine : machines) {
            for (Transition transition : state(machine).transitions()) {
                Event event = new Event(machine.role(), transition.action());
                if (isPossible(event)) {
                    events.add(event);
                }
            }
        }
        return events;
    }

    private boolean isPossible(Event event) {
        Action action = event.action();
        if (action instanceof Action.Send) {
            return true;
        }
        List<Message> channel = channels.getOrDefault(List.of(action.peer(), event.role()), List.of());
        return !channel.isEmpty() && channel.get(0).equals(action.message());
    }

    /** Returns whether every role may be done and no message is under way. */
    boolean isOver() {
        return channels.values().stream().allMatch(List::isEmpty)
                && machines.stream().map(this::state).allMatch(State::accepting);
    }

    private State state(StateMachine machine) {
        return machine.states().get(states.getOrDefault(machine.role(), 0));
    }

    /** Returns the run after one more event, which must be enabled. */
    Run after(Event event) {
        return tryAfter(event)
                .orElseThrow(() -> new IllegalArgumentException(event + " is not possible after " + word));
    }

    /** Returns the run after one more event, if that is possible. */
    Optional<Run> tryAfter(Event event) {
        StateMachine machine = machines.stream()
                .filter(candidate -> candidate.role().equals(event.role()))
                .findFirst()
                .orElseThrow();
        return state(machine).transitions().stream()
                .filter(transition -> transition.action().equals(event.action()))
                .filter(transition -> isPossible(event))
                .findFirst()
                .map(transition -> moved(event, transition.target()));
    }

    /** Returns the run after more events, if they are possible. */
    Optional<Run> tryAfter(List<Event> events) {
        Optional<Run> run = Optional.of(this);
        for (Event event : events) {
            run = run.flatMap(before -> before.tryAfter(event));
        }
        return run;
    }

    private Run moved(Event event, int target) {
        List<Event> longer = new ArrayList<>(word);
        longer.add(event);
        Map<RoleName, Integer> moved = new HashMap<>(states);
        moved.put(event.role(), target);
        Map<List<RoleName>, List<Message>> changed = new HashMap<>(channels);
        Action action = event.action();
        if (action instanceof Action.Send) {
            List<RoleName> channel = List.of(event.role(), action.peer());
            List<Message> messages = new ArrayList<>(channels.getOrDefault(channel, List.of()));
            messages.add(action.message());
            changed.put(channel, messages);
        } else {
            List<RoleName> channel = List.of(action.peer(), event.role());
            List<Message> messages = channels.getOrDefault(channel, List.of());
            changed.put(channel, List.copyOf(messages.subList(1, messages.size())));
        }
        return new Run(machines, longer, moved, changed);
    }
}
