package dev.parley.compiler.global;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.diagnostic.Result;
import dev.parley.compiler.include.IncludedNames;
import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.BlockForm;
import dev.parley.compiler.protocol.Continuation;
import dev.parley.compiler.protocol.Message;
import dev.parley.compiler.protocol.ProtocolDeclaration;
import dev.parley.compiler.protocol.Reference;
import dev.parley.compiler.protocol.RoleDeclaration;
import dev.parley.compiler.protocol.RoleName;
import dev.parley.compiler.protocol.Step;
import dev.parley.compiler.protocol.Step.CrashStep;
import dev.parley.compiler.protocol.Step.IncludeStep;
import dev.parley.compiler.protocol.Step.MessageStep;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Expands the blocks of a declaration into its global automaton.
 *
 * <p>Blocks are procedures with tail recursion. Each place that calls a block gets an expansion of its own, in which a
 * step that goes back to a block being run leads to the start of that activation. The expansion is finite because a call
 * that is not a tail call cannot be recursive.
 */
public final class Elaborator {

    /** How many states an expansion may have: blocks that call others twice each grow exponentially. */
    private static final int MAX_STATES = 100_000;

    private final ProtocolDeclaration declaration;
    private final Map<String, BlockDeclaration> blocks = new HashMap<>();
    private final CrashAlternatives crashes;
    private final DraftAutomaton draft = new DraftAutomaton();
    private final Deque<Activation> pending = new ArrayDeque<>();
    private final Map<ExpansionKey, Activation> expansions = new HashMap<>();
    private final Set<RoleName> left = new HashSet<>();
    private final Coverage coverage = new Coverage(draft);
    private final WrongJumps wrong = new WrongJumps();
    private final Map<String, Branches> parallel = new HashMap<>();
    private final Map<RoleName, RoleName> memberships = new HashMap<>();
    private final SortedSet<RoleName> roles = new TreeSet<>();
    private final PhaseMarks phases = new PhaseMarks();
    private final Admissions admissions = new Admissions();

    /** What messages are that end an included protocol, the same each time. */
    private final IdentityHashMap<MessageStep, MessageStep> goingOn = new IdentityHashMap<>();

    private Elaborator(ProtocolDeclaration declaration) {
        this.declaration = declaration;
        this.crashes = new CrashAlternatives(declaration);
        blocks().forEach(block -> blocks.put(block.name(), block));
        declaration.roles().forEach(role -> {
            roles.add(role.name());
            role.family().ifPresent(family -> memberships.put(role.name(), role.name()));
        });
    }

    /**
     * Returns the global automaton of a declaration whose names all resolve, with an error for each recursion that is
     * not in tail position or not guarded by a message, each step that cannot be reached, each block that is not used and
     * each branch that does not come to its end. The parties of roles are among the automaton's roles.
     */
    public static Result<GlobalAutomaton> elaborate(ProtocolDeclaration declaration) {
        return new Elaborator(declaration).run();
    }

    private Result<GlobalAutomaton> run() {
        int end = draft.newState(new Position(declaration.main().name(), false, Optional.empty(), false));
        Activation main = enter(declaration.main(), end, false, null, Optional.empty());
        while (!pending.isEmpty()) {
            expand(pending.remove());
            if (draft.size() > MAX_STATES) {
                return Result.none(List.of(tooLarge()));
            }
        }
        draft.findSilentCycles().forEach(wrong::unguarded);
        coverage.checkBranches(wrong);
        List<Diagnostic> diagnostics = new ArrayList<>(wrong.found());
        diagnostics.addAll(coverage.endlessTurns());
        if (wrong.isEmpty()) { // what a wrong recursion cuts off is no error of its own
            diagnostics.addAll(coverage.unreachable(blocks(), main.start(), wrong));
            diagnostics.addAll(phases.unused(blocks().filter(coverage::isEntered)));
        }
        diagnostics.addAll(coverage.unused(declaration.blocks(), declaration.name()));
        List<GlobalState> states = draft.resolve(main.start());
        diagnostics.addAll(admissions.misplaced(draft.numbers(), draft.reachableFrom(main.start())));
        return Result.of(new GlobalAutomaton(List.copyOf(roles), states, families()), diagnostics);
    }

    private Families families() {
        Set<RoleName> emptiable = new HashSet<>(left);
        for (RoleDeclaration role : declaration.roles()) {
            role.family().filter(family -> family.min() <= 0).ifPresent(family -> emptiable.add(role.name()));
        }
        return new Families(memberships, emptiable, admissions.of(draft.numbers()));
    }

    private Stream<BlockDeclaration> blocks() {
        return Stream.concat(Stream.of(declaration.main()), declaration.blocks().stream());
    }

    private Activation enter(
            BlockDeclaration block,
            int after,
            boolean included,
            @Nullable Activation outer,
            Optional<Position.Caller> caller) {
        return expansions.computeIfAbsent(new ExpansionKey(block.name(), after, outer), key -> {
            int start = draft.newState(new Position(block.name(), true, caller, false));
            Activation activation = Activation.of(block, start, after, included, outer, caller);
            coverage.enter(block);
            admissions.enter(activation, memberships);
            pending.add(activation);
            return activation;
        });
    }

    private void expand(Activation activation) {
        List<Step> steps = activation.block().steps();
        if (steps.isEmpty()) {
            draft.addJump(activation.start(), activation.after(), null);
        } else if (activation.block().form() instanceof BlockForm.Parallel) {
            expandBranches(activation);
        } else if (activation.block().form() instanceof BlockForm.ForEach forEach) {
            expandTurn(activation, forEach);
        } else {
            expandSteps(activation);
        }
    }

    private void expandSteps(Activation activation) {
        List<Step> steps = activation.block().steps();
        if (activation.block().choiceAt().isPresent()) {
            steps.forEach(step -> expand(step, activation, activation.start(), activation.after()));
        } else {
            int place = activation.start();
            for (int i = 0; i < steps.size(); i++) {
                boolean last = i == steps.size() - 1;
                int next = last
                        ? activation.after()
                        : draft.newState(new Position(activation.block().name(), false, activation.caller(), false));
                expand(steps.get(i), activation, place, next);
                place = next;
            }
        }
    }

    private void expandBranches(Activation activation) {
        BlockDeclaration block = activation.block();
        Branches all = parallel.computeIfAbsent(block.name(), key -> Branches.of(block, blocks));
        int place = all.addForks(draft, activation);
        for (Step step : block.steps()) {
            boolean last = step == block.steps().get(block.steps().size() - 1);
            int next = draft.newState(last ? all.end(activation) : all.start(activation));
            Map<RoleName, RoleName> parties = all.parties(step.method(), activation);
            roles.addAll(parties.values());
            parties.values().forEach(this::addMembership);
            Activation branch = activation.branch(step, parties, place, next);
            phases.branch(branch, activation);
            expand(step, branch, place, next);
            coverage.branch(block, step, place, next);
            place = next;
        }
        all.addJoins(draft, activation, place);
    }

    /** A party is there as often as the role that it is a part of. */
    private void addMembership(RoleName party) {
        party.parent().map(memberships::get).ifPresent(family -> memberships.put(party, family));
    }

    /** Of a block that is run for each member of a family, adds the run of the representative member. */
    private void expandTurn(Activation activation, BlockForm.ForEach forEach) {
        BlockDeclaration block = activation.block();
        RoleName family = forEach.family().role();
        Branches branch = parallel.computeIfAbsent(block.name(), key -> Branches.of(block, forEach, blocks));
        int first = branch.addForks(draft, activation);
        int last = draft.newState(branch.end(activation));
        Map<RoleName, RoleName> parties = branch.parties(Branches.turn(forEach), activation);
        roles.addAll(parties.values());
        parties.values().forEach(party -> memberships.put(party, family));
        Activation turn = activation.turn(family, parties, first, last);
        phases.branch(turn, activation);
        expandSteps(turn);
        coverage.turn(block, forEach, first, last);
        branch.addJoins(draft, activation, last);
    }

    /** Adds a step at the given place; {@code next} is where {@code void} would lead. */
    private void expand(Step step, Activation activation, int place, int next) {
        coverage.place(step, place);
        int target = target(step, activation, next);
        if (step instanceof IncludeStep include) {
            int after = target;
            target = include.block()
                    .map(block -> start(include, block, true, activation, after))
                    .orElse(after);
        }
        if (step instanceof MessageStep message) {
            addMessage(message, message.message(), activation, place, target);
        } else if (step instanceof CrashStep crash) {
            MessageStep told = crashes.announcement(crash, activation.block());
            addMessage(told, Message.crash(told.label()), activation, place, target);
        } else {
            draft.addJump(place, target, step);
        }
    }

    private void addMessage(MessageStep step, Message message, Activation activation, int place, int target) {
        if (step.to().isEmpty()) {
            draft.addJump(place, target, step); // reported by the checks of the text
        }
        MessageStep placed = phases.place(
                endsIncluded(step, activation) ? goingOn.computeIfAbsent(step, MessageStep::goingOn) : step,
                activation);
        int from = place;
        for (int i = 0; i < step.to().size(); i++) {
            boolean last = i == step.to().size() - 1;
            int to = last ? target : draft.newState(draft.position(place).multicast());
            Interaction interaction = new Interaction(
                    activation.player(step.from().role()),
                    activation.player(step.to().get(i).role()),
                    message);
            draft.addTransition(
                    from,
                    new GlobalTransition(
                            interaction, to, placed, last ? departure(step, activation) : Optional.empty()));
            from = to;
        }
    }

    /** Returns whether a step ends an included protocol, and not a member's part in that. */
    private static boolean endsIncluded(MessageStep step, Activation activation) {
        @Nullable Activation included = activation.includedRun();
        return step.next() instanceof Continuation.End
                && included != null
                && activation.turnWithin(included).isEmpty();
    }

    /** Returns who may have left when the last receiver of a message has it, or has decided without it. */
    private Optional<Departure> departure(MessageStep step, Activation activation) {
        Optional<Departure> departure = step.next() instanceof Continuation.End
                ? activation
                        .turnWithin(activation.includedRun())
                        .flatMap(Activation::turnOf)
                        .map(family -> new Departure(family, true))
                : step.marks().quorum().map(mark -> new Departure(step.from().role(), false));
        departure.ifPresent(each -> {
            left.add(each.family());
            // What it plays in the other branches would not know.
            activation
                    .branchOf(each.family())
                    .ifPresent(
                            branch -> wrong.leaveBranch(step, branch, "lets a member of " + each.family() + " leave"));
        });
        return departure;
    }

    private int target(Step step, Activation activation, int next) {
        Continuation continuation = step.next();
        if (continuation instanceof Continuation.End) {
            @Nullable Activation included = activation.includedRun();
            Optional<Step> branch = activation.branchWithin(included);
            if (branch.isPresent()) {
                wrong.leaveBranch(
                        step, branch.get(), included == null ? "ends the session" : "ends the included protocol");
                return next;
            }
            // For one member it means that this member leaves: all others go on behind the block.
            return activation
                    .turnWithin(included)
                    .or(() -> Optional.ofNullable(included))
                    .map(Activation::after)
                    .orElse(DraftAutomaton.END);
        }
        return continuation instanceof Continuation.Block named
                ? start(step, named.block(), false, activation, next)
                : next;
    }

    /**
     * Returns where a block starts that a step runs.
     *
     * @param included whether it is that of an included protocol
     * @param next what comes after the block
     */
    private int start(Step step, Reference reference, boolean included, Activation activation, int next) {
        BlockDeclaration block = blocks.get(reference.name());
        if (block == null) {
            return next; // reported by the check of names, or of includes
        }
        Activation active = activation.find(block);
        if (active == null) {
            Position.Caller caller = new Position.Caller(step.method(), activation.caller());
            Activation begun = enter(block, next, included, activation, Optional.of(caller));
            phases.enter(begun, activation, step);
            return begun.start();
        }
        Optional<Step> branch = activation.branchWithin(active);
        if (branch.isPresent()) {
            wrong.leaveBranch(step, branch.get(), "goes back to " + IncludedNames.simple(block.name()));
            return next;
        }
        Optional<Activation> turn = activation.turnWithin(active);
        if (turn.isPresent()) {
            wrong.leaveTurn(step, turn.get(), block);
            return next;
        }
        if (active.after() != next) {
            wrong.notTail(step, activation, active);
            return next;
        }
        return active.start();
    }

    private Diagnostic tooLarge() {
        return Diagnostic.of(
                        DiagnosticId.PROTOCOL_SIZE,
                        declaration.origin(),
                        declaration.name() + " expands to more than " + MAX_STATES + " states")
                .hint("a block is expanded in every place that calls it: let fewer blocks call the same block twice");
    }

    private record ExpansionKey(
            String block, int after, @Nullable Activation outer) {}
}
