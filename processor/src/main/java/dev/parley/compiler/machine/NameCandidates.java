package dev.parley.compiler.machine;

import dev.parley.compiler.global.GlobalAutomaton;
import dev.parley.compiler.global.GlobalState;
import dev.parley.compiler.global.GlobalTransition;
import dev.parley.compiler.global.Interaction;
import dev.parley.compiler.global.Position;
import dev.parley.compiler.include.IncludedNames;
import dev.parley.compiler.projection.SubsetState;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what the text of the protocol calls a state: the block at whose start the role acts next ({@code Start} for the
 * protocol's own block, for a first state inside a block, and for the branch of a party), else {@code Before} and the label
 * of the next message. A role whose parties are at work is {@code In} the parallel block; a party is {@code Idle} until its
 * role comes to the block, and {@code Done} when nothing is left but to say so.
 */
final class NameCandidates {

    private final String protocol;
    private final RoleName role;
    private final IdentityHashMap<GlobalTransition, GlobalState> sources = new IdentityHashMap<>();

    NameCandidates(GlobalAutomaton global, RoleName role, String protocol) {
        this.protocol = protocol;
        this.role = role;
        for (GlobalState state : global.states()) {
            state.transitions().forEach(transition -> sources.put(transition, state));
        }
    }

    /**
     * What a state would be called if nothing else wanted the name. Two states with different candidates are never merged.
     *
     * @param name the name; empty where nothing is left to do
     * @param block whether it is the name of a block
     * @param accepting whether the protocol may be over
     * @param hidden whether no user sees it
     * @param place where in the text the name comes from, for the case that others want the same; no part of equality
     */
    record Candidate(String name, boolean block, boolean accepting, boolean hidden, Place place) {

        Candidate withAccepting(boolean may) {
            return new Candidate(name, block, may, hidden, place);
        }

        /** Returns the block at whose start the role acts next, unless that is the protocol's own. */
        Optional<String> blockName() {
            return place.position().map(Position::block).filter(position -> block && position.equals(name));
        }
    }

    /** Where in the text a state stands; any two are equal. */
    static final class Place {
        private final Optional<Position> position;

        Place(Optional<Position> position) {
            this.position = position;
        }

        Optional<Position> position() {
            return position;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Place;
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    private record Acting(GlobalState state, GlobalTransition transition) {}

    Candidate of(SubsetState state) {
        List<Acting> acting = new ArrayList<>();
        for (GlobalState sending : state.sending()) {
            acting.add(new Acting(sending, sending.transitions().get(0)));
        }
        for (GlobalTransition awaited : state.awaited()) {
            GlobalState source = sources.get(awaited);
            if (source == null) {
                throw new IllegalStateException("the awaited message belongs to another protocol");
            }
            acting.add(new Acting(source, awaited));
        }
        Optional<Acting> first = acting.stream().min(Comparator.comparingInt(each -> each.state.number()));
        if (first.isEmpty()) {
            return new Candidate("", false, state.mayBeOver(), false, new Place(Optional.empty()));
        }
        Position position = first.get().state.position();
        Interaction next = first.get().transition.interaction();
        Place place = new Place(Optional.of(position));
        if (next.isFork() && next.to().equals(role)) {
            return new Candidate("Idle", false, true, true, place);
        }
        if (next.isJoin()) {
            return next.from().equals(role)
                    ? new Candidate("Done", false, false, true, place)
                    : new Candidate(
                            "In" + StateNames.capitalised(IncludedNames.simple(position.block())),
                            false,
                            false,
                            position.multicastRest(),
                            place);
        }
        boolean block = position.blockStart()
                && acting.stream()
                        .map(each -> each.state.position())
                        .allMatch(each -> each.blockStart() && each.block().equals(position.block()));
        boolean multicastRest = state.awaited().isEmpty()
                && state.sending().stream().allMatch(each -> each.position().multicastRest());
        String name = name(state, position, block, next);
        return new Candidate(name, block, state.mayBeOver(), multicastRest, place);
    }

    private String name(SubsetState state, Position position, boolean block, Interaction next) {
        String named = IncludedNames.simple(position.block());
        boolean own = position.block().equals(protocol) || (role.isParty() && named.equals(role.block()));
        if (block && !own) {
            return named;
        }
        if (block || state.number() == 0) {
            return "Start";
        }
        return "Before" + StateNames.capitalised(next.message().label().value());
    }
}
