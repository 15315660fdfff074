package dev.parley.compiler.global;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.include.IncludedNames;
import dev.parley.compiler.protocol.Reference;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects the runs of blocks at whose start new members may join a family. */
final class Admissions {

    private final List<Place> places = new ArrayList<>();
    private final List<Diagnostic> misplaced = new ArrayList<>();

    /** The start of a block in one place of the automaton. */
    private record Place(Reference family, Activation run) {

        String block() {
            return IncludedNames.simple(run.block().name());
        }
    }

    /** A block is run. */
    void enter(Activation run, Map<RoleName, RoleName> memberships) {
        run.block()
                .admits()
                .filter(family -> memberships.containsKey(family.role()))
                .ifPresent(family -> {
                    Place place = new Place(family, run);
                    if (run.isPartial()) {
                        misplaced.add(problem(
                                place,
                                "members of " + family.name() + " may join at " + place.block()
                                        + ", which is run in a part of the session, while others are elsewhere",
                                "put @Admits on a block that is run by all together: outside @Parallel and @ForEach"));
                    } else {
                        places.add(place);
                    }
                });
    }

    private static Diagnostic problem(Place place, String problem, String hint) {
        return Diagnostic.of(DiagnosticId.ADMISSION_PLACE, place.family.origin(), problem)
                .hint(hint);
    }

    /** Returns an error for each block that has no state of its own in which to join, as others know them by their numbers. */
    List<Diagnostic> misplaced(Map<Integer, Integer> numbers, Set<Integer> reachable) {
        List<Diagnostic> found = new ArrayList<>(misplaced);
        for (Place place : places) {
            if (reachable.contains(place.run.start()) && !numbers.containsKey(place.run.start())) {
                found.add(problem(
                        place,
                        "members of " + place.family.name() + " may join at " + place.block()
                                + ", but only its first message tells that the run has come there: it is one of"
                                + " several alternatives",
                        "put @Admits on the block that chooses, or let the alternative begin with a message that leads to "
                                + place.block()));
            }
        }
        return found.stream().distinct().toList();
    }

    /**
     * Returns where members may join.
     *
     * @param numbers the states' numbers in the automaton
     */
    List<Admission> of(Map<Integer, Integer> numbers) {
        return places.stream()
                .flatMap(place -> Optional.ofNullable(numbers.get(place.run.start()))
                        .map(state -> new Admission(place.family.role(), place.block(), state, place.family.origin()))
                        .stream())
                .distinct()
                .toList();
    }
}
