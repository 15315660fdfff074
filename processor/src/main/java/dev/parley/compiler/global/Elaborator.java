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
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
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
    private final IdentityHashMap<Step, List<Integer>> places =
            new IdentityHashMap<>(); // two methods may declare equal steps
    private final Set<RoleName> left = new HashSet<>();
    private final Set<String> entered = new LinkedHashSet<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Set<Step> reported = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<String, Branches> parallel = new HashMap<>();
    private final List<Branch> branches = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();
    private final Map<RoleName, RoleName> memberships = new HashMap<>();
    private final SortedSet<RoleName> roles = new TreeSet<>();
    private final PhaseMarks phases = new PhaseMarks();
    private final Admissions admissions = new Admissions();

    /** A branch in one place of the automaton: the states in which it starts and is done. */
    private record Branch(String block, Step step, int first, int last) {}

    /** The run of a block for one member in one place of the automaton: the states in which it starts and is done. */
    private record Turn(BlockDeclaration block, BlockForm.ForEach forEach, int first, int last) {}

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
        draft.findSilentCycles().forEach(this::unguarded);
        branches.forEach(this::checkEnds);
        turns.forEach(this::checkEnds);
        if (reported.isEmpty()) { // what a wrong recursion cuts off is no error of its own
            Set<Integer> reachable = draft.reachableFrom(main.start());
            blocks().forEach(block -> checkReachable(block, reachable));
            diagnostics.addAll(phases.unused(blocks().filter(block -> entered.contains(block.name()))));
        }
        declaration.blocks().forEach(this::checkUsed);
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
            entered.add(block.name());
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
            branches.add(new Branch(IncludedNames.simple(block.name()), step, place, next));
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
        turns.add(new Turn(block, forEach, first, last));
        branch.addJoins(draft, activation, last);
    }

    /** Adds a step at the given place; {@code next} is where {@code void} would lead. */
    private void expand(Step step, Activation activation, int place, int next) {
        places.computeIfAbsent(step, key -> new ArrayList<>()).add(place);
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
                            interaction,
                            to,
                            phases.place(step, activation),
                            last ? departure(step, activation) : Optional.empty()));
            from = to;
        }
    }

    /** Returns who may have left when the last receiver of a message has it, or has decided without it. */
    private Optional<Departure> departure(MessageStep step, Activation activation) {
        Optional<Departure> departure = step.next() instanceof Continuation.End
                ? activation
                        .turnWithin(activation.includedRun())
                        .flatMap(Activation::turnOf)
                        .map(family -> new Departure(family, true))
                : step.marks().quorum().map(mark -> new Departure(step.from().role(), false));
        departure.ifPresent(each -> left.add(each.family()));
        return departure;
    }

    private int target(Step step, Activation activation, int next) {
        Continuation continuation = step.next();
        if (continuation instanceof Continuation.End) {
            @Nullable Activation included = activation.includedRun();
            Optional<Step> branch = activation.branchWithin(included);
            if (branch.isPresent()) {
                leaves(step, branch.get(), included == null ? "ends the session" : "ends the included protocol");
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
            leaves(step, branch.get(), "goes back to " + IncludedNames.simple(block.name()));
            return next;
        }
        Optional<Activation> turn = activation.turnWithin(active);
        if (turn.isPresent()) {
            leavesTurn(step, turn.get(), block);
            return next;
        }
        if (active.after() != next) {
            notTail(step, activation, active);
            return next;
        }
        return active.start();
    }

    private void leaves(Step step, Step branch, String how) {
        if (reported.add(step)) {
            diagnostics.add(Diagnostic.of(
                            DiagnosticId.PARALLEL_LEFT,
                            step.origin(),
                            step.method() + " " + how + " from within the branch " + branch.method()
                                    + ", while other branches are still going on")
                    .hint("let the branch come to its end with void, and let what follows the parallel block do this"));
        }
    }

    private void leavesTurn(Step step, Activation turn, BlockDeclaration to) {
        if (reported.add(step)) {
            diagnostics.add(Diagnostic.of(
                            DiagnosticId.FOR_EACH_LEFT,
                            step.origin(),
                            step.method() + " goes back to " + IncludedNames.simple(to.name()) + " from within "
                                    + IncludedNames.simple(turn.block().name()) + ", which is run for each member of "
                                    + turn.turnOf().orElseThrow() + ", while others may still be at it")
                    .hint("let " + IncludedNames.simple(turn.block().name())
                            + " come to its end with void, and let what follows it go back"));
        }
    }

    private void checkEnds(Turn turn) {
        if (!draft.reachableFrom(turn.first).contains(turn.last)) {
            diagnostics.add(Diagnostic.of(
                            DiagnosticId.FOR_EACH_ENDLESS,
                            turn.forEach.origin(),
                            IncludedNames.simple(turn.block.name()) + " never comes to an end for any member of "
                                    + turn.forEach.family().name() + ", so what follows it never happens")
                    .hint("give its loop an alternative that returns void, or End for members that leave"));
        }
    }

    private void checkEnds(Branch branch) {
        if (!draft.reachableFrom(branch.first).contains(branch.last) && reported.add(branch.step)) {
            diagnostics.add(Diagnostic.of(
                            DiagnosticId.PARALLEL_ENDLESS,
                            branch.step.origin(),
                            "the branch " + branch.step.method() + " of " + branch.block
                                    + " never comes to an end, so what follows " + branch.block + " never happens")
                    .hint("give its loop an alternative that returns void"));
        }
    }

    private void notTail(Step step, Activation activation, Activation active) {
        if (reported.add(step)) {
            String block = IncludedNames.simple(active.block().name());
            diagnostics.add(Diagnostic.of(
                            DiagnosticId.RECURSION_NOT_TAIL,
                            step.origin(),
                            step.method() + " goes back to " + block + " while something is still to be done after it")
                    .because(List.of(
                            "the way here: " + activation.path(active.block().name())))
                    .hint("make this the last step on its way, or move what follows into " + block
                            + " before it goes round"));
        }
    }

    private void unguarded(Step step) {
        if (reported.add(step)) {
            diagnostics.add(Diagnostic.of(
                            DiagnosticId.RECURSION_UNGUARDED,
                            step.origin(),
                            step.method() + " leads back to where it started without any message on the way")
                    .hint("put a message before the recursion, or remove this step"));
        }
    }

    private void checkUsed(BlockDeclaration block) {
        if (!entered.contains(block.name())) {
            diagnostics.add(Diagnostic.of(
                            DiagnosticId.BLOCK_UNUSED,
                            block.origin(),
                            "no step of " + declaration.name() + " goes on with the block "
                                    + IncludedNames.simple(block.name()))
                    .hint("return " + IncludedNames.simple(block.name())
                            + " from the step it shall follow, or remove it"));
        }
    }

    /** Reports the first step that no run comes to; those behind it are unreachable for the same reason. */
    private void checkReachable(BlockDeclaration block, Set<Integer> reachable) {
        if (block.choiceAt().isPresent()) {
            return; // alternatives are reached together with their block
        }
        Step previous = null;
        for (Step step : block.steps()) {
            boolean reached = places.getOrDefault(step, List.of()).stream().anyMatch(reachable::contains);
            if (!reached) {
                if (previous != null && !reported.contains(previous)) {
                    diagnostics.add(Diagnostic.of(
                                    DiagnosticId.STEP_UNREACHABLE,
                                    step.origin(),
                                    step.method() + " can never happen: nothing comes back from " + previous.method()
                                            + ", the step before it")
                            .hint("remove it, or let a way through " + previous.method() + " return void"));
                }
                return;
            }
            previous = step;
        }
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
