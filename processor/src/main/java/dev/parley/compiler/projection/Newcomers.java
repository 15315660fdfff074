package dev.parley.compiler.projection;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the members of a family begin that join while a session runs.
 *
 * <p>A newcomer knows nothing but that the run is at the start of a certain block, so it may begin wherever a member may be that has been
 * there from the start and thinks this possible: whatever comes next, such a member is prepared for it. Of those states the one that thinks
 * least else possible is taken.
 */
public final class Newcomers {

    private Newcomers() {}

    /**
     * Returns the state in which members begin that join at a state of the protocol; empty where there are several of which none is the best,
     * or where members have no part any more.
     *
     * @param family the projection to the family
     * @param place the number of the protocol's state
     */
    public static Optional<SubsetState> entry(Projection family, int place) {
        Set<Integer> known = family.possibleAfter(place);
        List<SubsetState> prepared = family.states().stream()
                .filter(state -> state.places().containsAll(known))
                .toList();
        return prepared.stream()
                .filter(state -> !state.moves().isEmpty())
                .filter(state ->
                        prepared.stream().allMatch(other -> other.places().containsAll(state.places())))
                .findFirst();
    }
}
