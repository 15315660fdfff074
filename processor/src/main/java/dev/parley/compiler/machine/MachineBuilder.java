package dev.parley.compiler.machine;

import dev.parley.compiler.global.Admission;
import dev.parley.compiler.global.GlobalState;
import dev.parley.compiler.global.GlobalTransition;
import dev.parley.compiler.global.Interaction;
import dev.parley.compiler.projection.Move;
import dev.parley.compiler.projection.Newcomers;
import dev.parley.compiler.projection.Projection;
import dev.parley.compiler.projection.SubsetState;
import dev.parley.compiler.protocol.Continuation;
import dev.parley.compiler.protocol.Marks;
import dev.parley.compiler.protocol.Phase;
import dev.parley.compiler.protocol.RoleName;
import dev.parley.compiler.protocol.Step.MessageStep;
import dev.parley.compiler.protocol.Timeout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a role's machine of its projection: minimises it, numbers it breadth first and gives its states their names.
 *
 * <p>States that the text of the protocol names differently stay apart even where they allow the same: users see the
 * names, and an edit in one place must not rename what stands elsewhere.
 *
 * <p>A party that is done is where it started, and may always stay there. It does the same each time that its role comes to
 * the block, wherever that is; whether its role comes there again is for the role's machine to say.
 */
public final class MachineBuilder {

    private static final Duration NEVER = Duration.ofSeconds(Long.MAX_VALUE);

    private final Projection projection;
    private final String roleType;
    private final NameCandidates candidates;
    private final int[] classes;

    /** Whether the role is a family of which members may be left behind. */
    private final boolean mayBeLate;

    private final List<Integer> representatives = new ArrayList<>();
    private final Map<Integer, Integer> numbers = new HashMap<>();

    /**
     * Creates a builder.
     *
     * @param projection the projection
     * @param protocol the simple name of the protocol
     * @param roleType the simple name of the role's generated type
     */
    public MachineBuilder(Projection projection, String protocol, String roleType) {
        this.projection = projection;
        this.roleType = roleType;
        this.candidates = new NameCandidates(projection.global(), projection.role(), protocol);
        this.mayBeLate = projection.global().states().stream()
                .flatMap(state -> state.transitions().stream())
                .anyMatch(each -> each.mayLose(projection.role()) && each.keeps(projection.role()));
        this.classes = Minimizer.classes(
                projection.states().stream()
                        .map(state -> new Key(key(state), marks(state), admitted(state)))
                        .toList(),
                arcs(projection));
    }

    /**
     * What a state must share with another to be the same: its name, what it asks before it sends, how long it has for that, the
     * phases of its messages, with which a member leaves, and who is taken in.
     */
    private record Key(NameCandidates.Candidate candidate, Set<Mark> marks, Set<RoleName> admitted) {}

    private record Mark(Interaction interaction, String text) {}

    /** A member that may be left behind is told where it receives next: by that alone, states do not differ. */
    private NameCandidates.Candidate key(SubsetState state) {
        NameCandidates.Candidate candidate = candidates.of(state);
        return mayBeLate && !state.awaited().isEmpty() ? candidate.withAccepting(false) : candidate;
    }

    private NameCandidates.Candidate candidate(SubsetState state) {
        boolean mayBeOver = projection.states().stream()
                .anyMatch(other -> classes[other.number()] == classes[state.number()] && other.mayBeOver());
        return mayBeLate ? candidates.of(state).withAccepting(mayBeOver) : candidates.of(state);
    }

    private Set<Mark> marks(SubsetState state) {
        Set<Mark> found = new HashSet<>();
        for (GlobalState place : state.sending()) {
            for (GlobalTransition send : place.transitions()) {
                Marks marks = send.step().marks();
                marks.guard().ifPresent(guard -> found.add(new Mark(send.interaction(), guard.inWords())));
                marks.timeout().ifPresent(timeout -> found.add(new Mark(send.interaction(), timeout.text())));
                addPhase(found, send);
                addLeaving(found, send);
            }
        }
        state.awaited().forEach(receipt -> {
            addPhase(found, receipt);
            addLeaving(found, receipt);
        });
        return found;
    }

    /** With a message by which a member leaves, whoever plays with it comes to know that. */
    private void addLeaving(Set<Mark> marks, GlobalTransition transition) {
        boolean ends = transition.step().next() instanceof Continuation.End;
        if (ends && projection.global().families().of(projection.role()).isPresent()) {
            marks.add(new Mark(transition.interaction(), "leaves"));
        }
    }

    private static void addPhase(Set<Mark> marks, GlobalTransition transition) {
        phase(transition.step()).ifPresent(phase -> marks.add(new Mark(transition.interaction(), "in " + phase)));
    }

    /** Returns the families that the role takes members into in a state. */
    private Set<RoleName> admitted(SubsetState state) {
        return projection.global().families().admissions().stream()
                .filter(admission -> takesIn(state, admission))
                .map(Admission::family)
                .collect(Collectors.toSet());
    }

    private static boolean takesIn(SubsetState state, Admission admission) {
        return state.sending().stream().anyMatch(sending -> sending.number() == admission.state());
    }

    /** Returns the machine, the same each time. */
    public StateMachine build() {
        number(0);
        List<DraftState> drafts = new ArrayList<>();
        for (int i = 0; i < representatives.size(); i++) {
            drafts.add(draft(projection.states().get(representatives.get(i))));
        }
        return new StateMachine(projection.role(), new StateNames(drafts, entries(), roleType).assign());
    }

    /** Returns the numbers of the states in which members begin that join the role later. */
    private Set<Integer> entries() {
        return admissions().flatMap(admission -> entry(admission).stream()).collect(Collectors.toSet());
    }

    private Stream<Admission> admissions() {
        return projection.global().families().admissions().stream()
                .filter(admission -> admission.family().equals(projection.role()));
    }

    private Optional<Integer> entry(Admission admission) {
        return Newcomers.entry(projection, admission.state()).map(state -> number(state.number()));
    }

    /**
     * Returns how roles take members in.
     *
     * @param builders for all roles, each after it has built
     */
    public static List<Intake> intakes(List<MachineBuilder> builders) {
        List<Intake> found = new ArrayList<>();
        for (MachineBuilder family : builders) {
            family.admissions()
                    .forEach(each -> family.entry(each)
                            .ifPresent(
                                    entry -> builders.forEach(builder -> found.addAll(builder.intakes(each, entry)))));
        }
        return found.stream().distinct().toList();
    }

    private List<Intake> intakes(Admission admission, int entry) {
        return projection.states().stream()
                .filter(state -> takesIn(state, admission))
                .map(state -> new Intake(
                        projection.role(), number(state.number()), admission.family(), admission.block(), entry))
                .toList();
    }

    /** A state before it is named. */
    record DraftState(NameCandidates.Candidate candidate, Map<Action, Arrow> arrows) {}

    /** A transition before it is named. */
    record Arrow(int target, MessageStep step) {}

    private DraftState draft(SubsetState state) {
        Map<Interaction, MessageStep> steps = new HashMap<>();
        state.sending().forEach(sending -> sending.transitions().forEach(each -> addStep(steps, each)));
        state.awaited().forEach(each -> addStep(steps, each));
        Map<Action, Arrow> arrows = new LinkedHashMap<>();
        state.moves().forEach((move, target) -> {
            MessageStep step = steps.get(move.interaction());
            if (step == null) {
                throw new IllegalStateException("no step declares " + move);
            }
            arrows.put(action(move), new Arrow(isDone(move) ? 0 : number(target), step));
        });
        return new DraftState(candidate(state), arrows);
    }

    /** Returns whether a party tells its role by this move that it is done. */
    private static boolean isDone(Move move) {
        return move.send() && move.interaction().isJoin();
    }

    /** Where the role cannot know which phase the message belongs to, it belongs to none. */
    private static void addStep(Map<Interaction, MessageStep> steps, GlobalTransition transition) {
        steps.merge(transition.interaction(), transition.step(), (one, other) -> {
            MessageStep step = sooner(one, other);
            return phase(one).equals(phase(other)) ? step : step.inPhase(Optional.empty());
        });
    }

    private static Optional<String> phase(MessageStep step) {
        return step.marks().phase().map(Phase::name);
    }

    /** A role that cannot tell two places apart keeps to the shorter of their timeouts. */
    private static MessageStep sooner(MessageStep one, MessageStep other) {
        return timeout(other).compareTo(timeout(one)) < 0 ? other : one;
    }

    private static Duration timeout(MessageStep step) {
        return step.marks().timeout().flatMap(Timeout::duration).orElse(NEVER);
    }

    private int number(int subsetState) {
        return numbers.computeIfAbsent(classes[subsetState], key -> {
            representatives.add(subsetState);
            return representatives.size() - 1;
        });
    }

    /** Returns the transitions of a projection. */
    static List<Minimizer.Arc> arcs(Projection projection) {
        List<Minimizer.Arc> arcs = new ArrayList<>();
        for (SubsetState state : projection.states()) {
            state.moves().forEach((move, target) -> arcs.add(new Minimizer.Arc(state.number(), action(move), target)));
        }
        return arcs;
    }

    static Action action(Move move) {
        Interaction interaction = move.interaction();
        RoleName peer = move.send() ? interaction.to() : interaction.from();
        return move.send()
                ? new Action.Send(peer, interaction.message())
                : new Action.Receive(peer, interaction.message());
    }
}
