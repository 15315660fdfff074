package dev.parley.compiler.theory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.compiler.CompiledProtocol;
import dev.parley.compiler.ProtocolCompiler;
import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.diagnostic.Result;
import dev.parley.compiler.global.GlobalAutomaton;
import dev.parley.compiler.global.GlobalState;
import dev.parley.compiler.global.GlobalTransition;
import dev.parley.compiler.global.Interaction;
import dev.parley.compiler.machine.Action;
import dev.parley.compiler.machine.Edge;
import dev.parley.compiler.machine.Event;
import dev.parley.compiler.machine.Exploration;
import dev.parley.compiler.machine.Exploration.Clean;
import dev.parley.compiler.machine.Exploration.Fault;
import dev.parley.compiler.machine.Exploration.Faulty;
import dev.parley.compiler.machine.Explorer;
import dev.parley.compiler.machine.StateMachine;
import dev.parley.compiler.projection.FullMerge;
import dev.parley.compiler.projection.Projection;
import dev.parley.compiler.projection.ReceiveConflict;
import dev.parley.compiler.projection.ReceiveValidity;
import dev.parley.compiler.projection.SendConflict;
import dev.parley.compiler.projection.SendConflict.Otherwise;
import dev.parley.compiler.projection.SendValidity;
import dev.parley.compiler.projection.SubsetProjection;
import dev.parley.compiler.protocol.BlockForm;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.RoleName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** What must hold of each protocol that the compiler has decided about, whichever way it has decided. */
final class Theory {

    private static final int MOST_CONFIGURATIONS = 100_000;
    private static final int MOST_RUNS = 150;
    private static final int LENGTH_OF_RUNS = 10;
    private static final int RANDOM_RUNS = 3;
    private static final int LENGTH_OF_RANDOM_RUNS = 40;
    private static final int MOST_IN_FLIGHT = 4;
    private static final int MOST_MOMENTS = 2_000;
    private static final int MOST_TRACES = 100;
    private static final int LENGTH_OF_TRACES = 8;

    private final GlobalAutomaton global;
    private final Language language;
    private final Result<CompiledProtocol> result;

    private Theory(ProtocolDeclaration declaration) {
        this.result = ProtocolCompiler.compile(declaration);
        this.global = hasBranches(declaration) ? compiled().global() : ReferenceAutomaton.of(declaration);
        this.language = new Language(global);
    }

    /**
     * What has been decided about a protocol.
     *
     * @param errors what the compiler has found; nothing where it accepts
     * @param fullMerge whether the classic projection accepts
     */
    record Verdict(Set<DiagnosticId> errors, boolean fullMerge) {

        @Override
        public String toString() {
            return errors.isEmpty() ? "accepted" + (fullMerge ? ", by full merge too" : "") : "rejected for " + errors;
        }
    }

    /** Asserts all that must hold of the protocol, and returns what has been decided. */
    static Verdict assertHolds(ProtocolDeclaration declaration) {
        Theory theory = new Theory(declaration);
        Set<DiagnosticId> errors = theory.errors();
        assertThat(errors)
                .as("the errors are about projection")
                .isSubsetOf(DiagnosticId.CHOICE_UNAWARE, DiagnosticId.PARALLEL_UNAWARE, DiagnosticId.RECEIVE_RACE);
        theory.elaborationIsFaithful();
        theory.everyTraceCanBeRun();
        if (errors.isEmpty()) {
            theory.warningsAreRight();
            theory.explorationIsClean();
            theory.everyRunIsInTheLanguage();
            theory.buffersAreAsLargeAsNeeded();
        } else {
            theory.everyWitnessIsAProof(errors);
            assertThat(theory.fullMergeAccepts())
                    .as("the classic projection is sound")
                    .isFalse();
        }
        return new Verdict(errors, theory.fullMergeAccepts());
    }

    /** Forks and joins are in no text: what they mean is for {@link Interleaving} to say. */
    private static boolean hasBranches(ProtocolDeclaration declaration) {
        return declaration.blocks().stream().anyMatch(block -> block.form() instanceof BlockForm.Parallel);
    }

    /** Returns what makes the protocol one that cannot be implemented. What a crashed role would do could be done, but for its crash. */
    private Set<DiagnosticId> errors() {
        Set<DiagnosticId> errors = EnumSet.noneOf(DiagnosticId.class);
        result.diagnostics().stream()
                .filter(Diagnostic::isError)
                .map(Diagnostic::id)
                .filter(id -> id != DiagnosticId.CRASH_ACTS)
                .forEach(errors::add);
        return errors;
    }

    private CompiledProtocol compiled() {
        return result.value().orElseThrow();
    }

    /** The compiler's automaton and the one found by the letter of the language do the same. */
    private void elaborationIsFaithful() {
        record Pair(int left, int right) {}
        List<Pair> pairs = new ArrayList<>(List.of(new Pair(0, 0)));
        Set<Pair> seen = new HashSet<>(pairs);
        for (int i = 0; i < pairs.size(); i++) {
            GlobalState left = global.states().get(pairs.get(i).left);
            GlobalState right = compiled().global().states().get(pairs.get(i).right);
            assertThat(interactions(right)).containsExactlyInAnyOrderElementsOf(interactions(left));
            for (GlobalTransition way : left.transitions()) {
                int same = interactions(right).indexOf(way.interaction());
                Pair next = new Pair(way.target(), right.transitions().get(same).target());
                if (seen.add(next)) {
                    pairs.add(next);
                }
            }
        }
    }

    private static List<Interaction> interactions(GlobalState state) {
        return state.transitions().stream().map(GlobalTransition::interaction).toList();
    }

    /** Whatever the protocol allows, the machines can do. This holds of protocols that are rejected, too. */
    private void everyTraceCanBeRun() {
        Run start = Run.of(compiled().machines());
        for (List<GlobalTransition> trace : traces()) {
            assertThat(start.tryAfter(events(trace)))
                    .as("the machines do %s", trace)
                    .isPresent();
        }
    }

    private List<List<GlobalTransition>> traces() {
        List<List<GlobalTransition>> traces = new ArrayList<>(List.of(List.of()));
        for (int i = 0; i < traces.size() && traces.size() < MOST_TRACES; i++) {
            List<GlobalTransition> trace = traces.get(i);
            int end = trace.isEmpty() ? 0 : trace.get(trace.size() - 1).target();
            if (trace.size() < LENGTH_OF_TRACES) {
                global.states().get(end).transitions().forEach(transition -> traces.add(with(trace, transition)));
            }
        }
        return traces;
    }

    /** The compiler warns of a role that may wait for ever, and of no other or its parties, and of sessions that never end. */
    private void warningsAreRight() {
        assertThat(starving())
                .containsExactlyInAnyOrderElementsOf(compiled().machines().stream()
                        .filter(machine -> !machine.role().isParty())
                        .filter(machine -> Starvation.mayHappen(global, machine))
                        .map(StateMachine::role)
                        .toList());
        assertThat(found(DiagnosticId.SESSION_ENDLESS).isEmpty())
                .isEqualTo(global.states().stream().anyMatch(GlobalState::isEnd));
    }

    /** A role that starves is where the diagnostic points. */
    private List<RoleName> starving() {
        return found(DiagnosticId.ROLE_STARVES).stream()
                .map(found -> new RoleName(found.origin().description()))
                .toList();
    }

    private List<Diagnostic> found(DiagnosticId id) {
        return result.diagnostics().stream().filter(found -> found.id() == id).toList();
    }

    /** No machine ever fails another, save that one may be left waiting where the compiler warns of it. */
    private void explorationIsClean() {
        for (int bound = 1; bound <= 3; bound++) {
            Exploration exploration = Explorer.explore(compiled().machines(), bound, MOST_CONFIGURATIONS);
            if (exploration instanceof Faulty faulty && faulty.fault() == Fault.LEFT_WAITING) {
                assertThat(starving()).as("%s", faulty).contains(faulty.role());
            } else {
                assertThat(exploration).as("with channels of %s", bound).isInstanceOf(Clean.class);
            }
        }
    }

    /** Whatever the machines do, the protocol allows; and when all is over, it was a whole session. */
    private void everyRunIsInTheLanguage() {
        Random random = new Random(1);
        Stream<Run> randomRuns = Stream.generate(() -> randomRun(random)).limit(RANDOM_RUNS);
        Stream<Run> shortRuns = Run.upTo(LENGTH_OF_RUNS, MOST_RUNS, compiled().machines()).stream();
        Stream.concat(shortRuns, randomRuns).forEach(run -> {
            assertThat(language.hasPrefix(run.word()))
                    .as("the protocol allows %s", run.word())
                    .isTrue();
            if (run.enabled().isEmpty() && run.isOver()) {
                assertThat(language.contains(run.word()))
                        .as("%s is a whole session", run.word())
                        .isTrue();
            }
        });
    }

    private Run randomRun(Random random) {
        Run run = Run.of(compiled().machines());
        List<Event> enabled = run.enabled();
        while (!enabled.isEmpty() && run.word().size() < LENGTH_OF_RANDOM_RUNS) {
            run = run.after(enabled.get(random.nextInt(enabled.size())));
            enabled = run.enabled();
        }
        return run;
    }

    /**
     * The bounds of the buffers are reached and not exceeded; pairs are said to alternate exactly if they do. Where
     * observation holds up one sender, it may see less on other channels, too; half of it is then seen all the same.
     */
    private void buffersAreAsLargeAsNeeded() {
        InFlight observed = InFlight.observe(compiled().machines(), MOST_IN_FLIGHT, MOST_MOMENTS);
        boolean undisturbed =
                compiled().edges().stream().allMatch(edge -> edge.bound().orElse(Integer.MAX_VALUE) <= MOST_IN_FLIGHT);
        for (Edge edge : compiled().edges()) {
            int bound = edge.bound().orElse(Integer.MAX_VALUE);
            int least = undisturbed ? bound : Math.min(bound, MOST_IN_FLIGHT / 2);
            int most = observed.most(edge.from(), edge.to());
            assertThat(most).as("%s", edge).isLessThanOrEqualTo(bound);
            if (observed.complete()) {
                assertThat(most).as("%s", edge).isGreaterThanOrEqualTo(least);
                assertThat(edge.alternating()).as("%s", edge).isEqualTo(observed.alternate(edge.from(), edge.to()));
            }
        }
    }

    /** Each kind of error comes with witnesses that prove it, and no other kind has any. */
    private void everyWitnessIsAProof(Set<DiagnosticId> errors) {
        Set<DiagnosticId> proven = EnumSet.noneOf(DiagnosticId.class);
        for (RoleName role : compiled().global().roles()) {
            Projection projection =
                    SubsetProjection.project(compiled().global(), role).orElseThrow();
            for (SendConflict conflict : SendValidity.conflicts(projection)) {
                assertProves(conflict);
                boolean internal =
                        conflict.action().interaction().message().label().isInternal();
                proven.add(internal ? DiagnosticId.PARALLEL_UNAWARE : DiagnosticId.CHOICE_UNAWARE);
            }
            for (ReceiveConflict conflict : ReceiveValidity.conflicts(projection)) {
                assertProves(conflict);
                proven.add(DiagnosticId.RECEIVE_RACE);
            }
        }
        assertThat(proven).isEqualTo(errors);
    }

    /** The two runs look alike to the role; it may act after the one, and can and must not act after the other. */
    private void assertProves(SendConflict conflict) {
        RoleName role = conflict.role();
        assertThat(conflict.action().interaction().from()).isEqualTo(role);
        Event action = sent(conflict.action());
        List<Event> permitted = events(conflict.permitted());
        List<Event> forbidden = conflict.otherwise() == Otherwise.RECEIVE
                ? untilLastIsUnderWay(conflict.forbidden())
                : events(conflict.forbidden());
        assertThat(view(role, permitted)).as("%s", conflict).isEqualTo(view(role, forbidden));
        assertThat(language.hasPrefix(with(permitted, action)))
                .as("%s", conflict)
                .isTrue();
        assertIsRunOutsideTheLanguage(forbidden, action, conflict);
    }

    /** Both messages are under way, and the role can and must not take the overtaking one first. */
    private void assertProves(ReceiveConflict conflict) {
        RoleName role = conflict.role();
        assertThat(conflict.trace()).contains(conflict.expected()).endsWith(conflict.overtaking());
        List<Event> events = withoutWaitingFor(role, conflict);
        assertThat(events).contains(sent(conflict.expected()), sent(conflict.overtaking()));
        assertThat(language.hasPrefix(with(events, received(conflict.expected()))))
                .as("%s", conflict)
                .isTrue();
        assertIsRunOutsideTheLanguage(events, received(conflict.overtaking()), conflict);
    }

    private void assertIsRunOutsideTheLanguage(List<Event> before, Event action, Object conflict) {
        assertThat(language.hasPrefix(before)).as("%s", conflict).isTrue();
        assertThat(Run.of(compiled().machines()).tryAfter(with(before, action)))
                .as("%s can do what it must not: %s", compiled().machines(), conflict)
                .isPresent();
        assertThat(language.hasPrefix(with(before, action))).as("%s", conflict).isFalse();
    }

    /** Plays a trace up to the expected message, and from there on without whatever needs the role to act. */
    private static List<Event> withoutWaitingFor(RoleName role, ReceiveConflict conflict) {
        int from = conflict.trace().lastIndexOf(conflict.expected());
        List<Event> events = new ArrayList<>(events(conflict.trace().subList(0, from)));
        Set<RoleName> waiting = new HashSet<>(Set.of(role));
        for (GlobalTransition transition :
                conflict.trace().subList(from, conflict.trace().size())) {
            Interaction interaction = transition.interaction();
            if (waiting.contains(interaction.from())) {
                waiting.add(interaction.to());
            } else {
                events.add(sent(transition));
                if (!waiting.contains(interaction.to())) {
                    events.add(received(transition));
                }
            }
        }
        return events;
    }

    private boolean fullMergeAccepts() {
        return global.roles().stream()
                .allMatch(role -> FullMerge.project(global, role).isPresent());
    }

    private static List<Action> view(RoleName role, List<Event> events) {
        return events.stream()
                .filter(event -> event.role().equals(role))
                .map(Event::action)
                .toList();
    }

    private static List<Event> events(List<GlobalTransition> trace) {
        return trace.stream()
                .flatMap(transition -> Stream.of(sent(transition), received(transition)))
                .toList();
    }

    private static List<Event> untilLastIsUnderWay(List<GlobalTransition> trace) {
        List<Event> events = events(trace);
        return events.subList(0, events.size() - 1);
    }

    private static Event sent(GlobalTransition transition) {
        Interaction interaction = transition.interaction();
        return new Event(interaction.from(), new Action.Send(interaction.to(), interaction.message()));
    }

    private static Event received(GlobalTransition transition) {
        Interaction interaction = transition.interaction();
        return new Event(interaction.to(), new Action.Receive(interaction.from(), interaction.message()));
    }

    private static <T> List<T> with(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
