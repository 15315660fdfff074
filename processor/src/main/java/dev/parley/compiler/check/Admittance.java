package dev.parley.compiler.check;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.global.Admission;
import dev.parley.compiler.global.Families;
import dev.parley.compiler.global.GlobalAutomaton;
import dev.parley.compiler.global.GlobalState;
import dev.parley.compiler.global.GlobalTransition;
import dev.parley.compiler.machine.Intake;
import dev.parley.compiler.projection.Newcomers;
import dev.parley.compiler.projection.Projection;
import dev.parley.compiler.projection.SubsetState;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where members may join, one role takes them in, which knows that the run has come there; from then on nobody else has to know of them;
 * and the newcomers know where they are.
 */
public final class Admittance {

    private final GlobalAutomaton global;
    private final List<Projection> projections;

    private Admittance(GlobalAutomaton global, List<Projection> projections) {
        this.global = global;
        this.projections = projections;
    }

    /** Returns an error for each place where members cannot join. */
    public static List<Diagnostic> check(GlobalAutomaton global, List<Projection> projections) {
        Admittance admittance = new Admittance(global, projections);
        return global.families().admissions().stream()
                .flatMap(admission -> admittance.check(admission).stream())
                .distinct()
                .toList();
    }

    /** Returns an error for each block at whose start members would begin in one of several states. */
    public static List<Diagnostic> checkEntries(Families families, List<Intake> intakes) {
        return families.admissions().stream()
                .filter(admission -> intakes.stream()
                                .filter(intake -> intake.family().equals(admission.family())
                                        && intake.block().equals(admission.block()))
                                .mapToInt(Intake::entry)
                                .distinct()
                                .count()
                        > 1)
                .map(Admittance::severalWays)
                .distinct()
                .toList();
    }

    private List<Diagnostic> check(Admission admission) {
        GlobalState start = global.states().get(admission.state());
        if (start.isEnd()) {
            return List.of(nothingToDo(admission));
        }
        RoleName coordinator = start.transitions().get(0).interaction().from();
        if (global.families().of(coordinator).isPresent()) {
            return List.of(nobody(admission, coordinator));
        }
        if (encounters(admission).findAny().isEmpty()) {
            return List.of(nothingToDo(admission));
        }
        Optional<GlobalTransition> other = encounters(admission)
                .filter(each -> !isBetween(each, admission.family(), coordinator))
                .findFirst();
        if (other.isPresent()) {
            return List.of(others(admission, coordinator, other.get()));
        }
        List<Diagnostic> found = new ArrayList<>();
        unaware(admission, coordinator).ifPresent(found::add);
        if (Newcomers.entry(projection(admission.family()), admission.state()).isEmpty()) {
            found.add(severalWays(admission));
        }
        return found;
    }

    /** Returns the steps from the place on in which members, or those who act for others with one member each, have a part. */
    private Stream<GlobalTransition> encounters(Admission admission) {
        Families families = global.families();
        return reachableFrom(admission.state()).stream()
                .flatMap(state -> global.states().get(state).transitions().stream())
                .filter(each -> Stream.of(
                                each.interaction().from(), each.interaction().to())
                        .anyMatch(role -> families.of(role).equals(Optional.of(admission.family()))));
    }

    private Set<Integer> reachableFrom(int start) {
        Set<Integer> seen = new LinkedHashSet<>(List.of(start));
        Deque<Integer> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (GlobalTransition each : global.states().get(open.remove()).transitions()) {
                if (seen.add(each.target())) {
                    open.add(each.target());
                }
            }
        }
        return seen;
    }

    private static boolean isBetween(GlobalTransition step, RoleName family, RoleName coordinator) {
        return Set.of(family, coordinator)
                .containsAll(List.of(
                        step.interaction().from().role(),
                        step.interaction().to().role()));
    }

    private Projection projection(RoleName role) {
        return projections.stream()
                .filter(each -> each.role().equals(role))
                .findFirst()
                .orElseThrow();
    }

    /** The coordinator must know that the run is where members may join, and where the newcomers begin. */
    private Optional<Diagnostic> unaware(Admission admission, RoleName coordinator) {
        Projection projection = projection(coordinator);
        for (SubsetState state : projection.states()) {
            if (!state.places().contains(admission.state())) {
                continue;
            }
            for (int place : state.places()) {
                if (!beginAlike(admission, place)) {
                    return Optional.of(Diagnostic.of(
                                    DiagnosticId.ADMISSION_UNAWARE,
                                    admission.origin(),
                                    coordinator + " is to take members of " + admission.family() + " in at "
                                            + admission.block() + ", and cannot know whether the run has come there")
                            .because(proof(projection, state, admission, place))
                            .hint("let " + coordinator + " receive different labels in the two runs, or admit members"
                                    + " in both"));
                }
            }
        }
        return Optional.empty();
    }

    private boolean beginAlike(Admission admission, int place) {
        Projection family = projection(admission.family());
        return global.families().admissions().stream()
                .filter(other -> other.family().equals(admission.family()) && other.state() == place)
                .anyMatch(other -> Newcomers.entry(family, place).equals(Newcomers.entry(family, admission.state())));
    }

    private static List<String> proof(Projection coordinator, SubsetState state, Admission admission, int elsewhere) {
        List<String> proof = new ArrayList<>();
        proof.add("after this the run is at " + admission.block() + ":");
        proof.addAll(coordinator.traceTo(state, admission.state()));
        proof.add("after this, which looks the same to " + coordinator.role() + ", it is not:");
        proof.addAll(coordinator.traceTo(state, elsewhere));
        return proof;
    }

    private static Diagnostic nobody(Admission admission, RoleName first) {
        return Diagnostic.of(
                        DiagnosticId.ADMISSION_COORDINATOR,
                        admission.origin(),
                        "members of " + admission.family() + " may join at " + admission.block() + ", where " + first
                                + " acts first, which itself is played by several: nobody is there to take them in")
                .hint("put @Admits on a block that begins with a message of a role that one participant plays");
    }

    private static Diagnostic others(Admission admission, RoleName coordinator, GlobalTransition step) {
        RoleName from = step.interaction().from().role();
        RoleName other = Set.of(admission.family(), coordinator).contains(from)
                ? step.interaction().to().role()
                : from;
        return Diagnostic.of(
                        DiagnosticId.ADMISSION_OTHERS,
                        admission.origin(),
                        coordinator + " takes members of " + admission.family() + " in at " + admission.block()
                                + ", and " + other + ", which knows nothing of that, deals with them later")
                .because(List.of("where it does: " + step.step().origin().description()))
                .hint("let " + coordinator + " stand between " + other + " and " + admission.family()
                        + ", or put @Admits on a block that comes after that");
    }

    private static Diagnostic nothingToDo(Admission admission) {
        return strangers(
                admission,
                "from where on " + admission.family() + " has no part any more",
                "put @Admits on a block in which " + admission.family() + " has a part");
    }

    private static Diagnostic severalWays(Admission admission) {
        return strangers(
                admission,
                "where not all members expect the same, depending on what they have seen before",
                "let " + admission.family() + " receive the same message before " + admission.block()
                        + " in all runs, so that a new member knows as much as the others");
    }

    private static Diagnostic strangers(Admission admission, String why, String hint) {
        return Diagnostic.of(
                        DiagnosticId.ADMISSION_STATE,
                        admission.origin(),
                        "members of " + admission.family() + " may join at " + admission.block() + ", " + why)
                .hint(hint);
    }
}
