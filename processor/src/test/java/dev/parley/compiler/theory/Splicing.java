package dev.parley.compiler.theory;

import dev.parley.compiler.global.GlobalAutomaton;
import dev.parley.compiler.global.GlobalState;
import dev.parley.compiler.global.GlobalTransition;
import dev.parley.compiler.global.Interaction;
import dev.parley.compiler.protocol.Label;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Says what including a protocol means, without its text: wherever a run comes to a certain message, a copy of the other
 * protocol's automaton, its roles renamed, stands between the states before and behind that message.
 */
final class Splicing {

    private final GlobalAutomaton outer;
    private final GlobalAutomaton inner;
    private final Map<String, String> players;
    private final Label hole;
    private final Map<Place, Integer> numbers = new HashMap<>();
    private final List<Place> places = new ArrayList<>();

    /** A state of the result: one of the outer automaton or, in the copy that ends in that one, one of the inner. */
    private record Place(int outer, int inner) {}

    private static final int NO_COPY = -1;

    private Splicing(GlobalAutomaton outer, Label hole, GlobalAutomaton inner, Map<String, String> players) {
        this.outer = outer;
        this.inner = inner;
        this.players = players;
        this.hole = hole;
    }

    /**
     * Returns the automaton of one protocol with another in place of a message.
     *
     * @param hole the label of the message
     * @param players the roles of the outer protocol by those of the inner
     */
    static GlobalAutomaton splice(
            GlobalAutomaton outer, Label hole, GlobalAutomaton inner, Map<String, String> players) {
        return new Splicing(outer, hole, inner, players).run();
    }

    private GlobalAutomaton run() {
        number(new Place(0, NO_COPY));
        List<GlobalState> states = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            states.add(new GlobalState(i, outer.states().get(place.outer).position(), transitions(place)));
        }
        return new GlobalAutomaton(outer.roles(), states);
    }

    private int number(Place place) {
        return numbers.computeIfAbsent(place, added -> {
            places.add(added);
            return places.size() - 1;
        });
    }

    private List<GlobalTransition> transitions(Place place) {
        if (place.inner != NO_COPY) {
            return copied(place.inner, place.outer);
        }
        List<GlobalTransition> transitions = new ArrayList<>();
        for (GlobalTransition each : outer.states().get(place.outer).transitions()) {
            if (each.interaction().message().label().equals(hole)) {
                transitions.addAll(copied(0, each.target()));
            } else {
                transitions.add(each.to(number(new Place(each.target(), NO_COPY))));
            }
        }
        return transitions;
    }

    /** Returns what happens in a state of the copy that ends where the outer protocol goes on. */
    private List<GlobalTransition> copied(int state, int behind) {
        return inner.states().get(state).transitions().stream()
                .map(each -> new GlobalTransition(
                        renamed(each.interaction()),
                        number(new Place(
                                behind, inner.states().get(each.target()).isEnd() ? NO_COPY : each.target())),
                        each.step()))
                .toList();
    }

    private Interaction renamed(Interaction interaction) {
        return new Interaction(player(interaction.from()), player(interaction.to()), interaction.message());
    }

    private RoleName player(RoleName role) {
        return new RoleName(Objects.requireNonNull(players.get(role.value())));
    }
}
