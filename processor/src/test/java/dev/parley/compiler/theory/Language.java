package dev.parley.compiler.theory;

import dev.parley.compiler.global.GlobalAutomaton;
import dev.parley.compiler.global.GlobalState;
import dev.parley.compiler.global.GlobalTransition;
import dev.parley.compiler.global.Interaction;
import dev.parley.compiler.machine.Action;
import dev.parley.compiler.machine.Event;
import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of sends and receives that a protocol means: those of its global traces, with each interaction split into
 * its two events, and all that look the same to every role. A word is a prefix of one of them exactly if its receives
 * match its sends in order, channel by channel, and there is a global trace such that what each role does in the word
 * is a prefix of what it does in the trace (R. Majumdar, M. Mukund, F. Stutz, D. Zufferey, "Generalising Projection in
 * Asynchronous Multiparty Session Types", CONCUR 2021, section 2). It is decided by searching for the trace.
 */
final class Language {

    private final GlobalAutomaton global;

    private record Channel(RoleName from, RoleName to) {}

    /** A global state, and for each role how many of its events have been met on the way there. */
    private record Point(int state, List<Integer> met) {}

    Language(GlobalAutomaton global) {
        this.global = global;
    }

    /** Returns whether the word can be gone on with so that the protocol is followed. */
    boolean hasPrefix(List<Event> word) {
        return isChannelCompliant(word) && search(word, false);
    }

    /** Returns whether the word is a whole session, from the beginning to the end. */
    boolean contains(List<Event> word) {
        return isChannelCompliant(word) && search(word, true);
    }

    private static boolean isChannelCompliant(List<Event> word) {
        Map<Channel, Deque<Message>> channels = new HashMap<>();
        for (Event event : word) {
            Action action = event.action();
            if (action instanceof Action.Send) {
                channels.computeIfAbsent(new Channel(event.role(), action.peer()), channel -> new ArrayDeque<>())
                        .add(action.message());
            } else {
                Deque<Message> channel =
                        channels.getOrDefault(new Channel(action.peer(), event.role()), new ArrayDeque<>());
                if (!action.message().equals(channel.poll())) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean search(List<Event> word, boolean whole) {
        List<List<Action>> wanted = global.roles().stream()
                .map(role -> word.stream()
                        .filter(event -> event.role().equals(role))
                        .map(Event::action)
                        .toList())
                .toList();
        Integer[] none = new Integer[wanted.size()];
        Arrays.fill(none, 0);
        Deque<Point> open = new ArrayDeque<>(List.of(new Point(0, List.of(none))));
        Set<Point> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            Point point = open.pop();
            GlobalState state = global.states().get(point.state);
            if (isAllMet(point, wanted) && (!whole || state.isEnd())) {
                return true;
            }
            for (GlobalTransition transition : state.transitions()) {
                Interaction interaction = transition.interaction();
                List<Integer> met = new ArrayList<>(point.met);
                boolean fits = meet(
                                met,
                                wanted,
                                interaction.from(),
                                new Action.Send(interaction.to(), interaction.message()),
                                whole)
                        && meet(
                                met,
                                wanted,
                                interaction.to(),
                                new Action.Receive(interaction.from(), interaction.message()),
                                whole);
                Point next = new Point(transition.target(), List.copyOf(met));
                if (fits && seen.add(next)) {
                    open.push(next);
                }
            }
        }
        return false;
    }

    private static boolean isAllMet(Point point, List<List<Action>> wanted) {
        return point.met.equals(wanted.stream().map(List::size).toList());
    }

    /** Lets the role do the action, be it the next in the word or, unless the word is whole, one after its end. */
    private boolean meet(List<Integer> met, List<List<Action>> wanted, RoleName role, Action action, boolean whole) {
        int place = global.roles().indexOf(role);
        int done = met.get(place);
        if (done == wanted.get(place).size()) {
            return !whole;
        }
        met.set(place, done + 1);
        return wanted.get(place).get(done).equals(action);
    }
}
