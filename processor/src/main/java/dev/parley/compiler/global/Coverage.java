package dev.parley.compiler.global;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.include.IncludedNames;
import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.BlockForm;
import dev.parley.compiler.protocol.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What of the text no run comes to: blocks, steps, and the ends of branches and turns. */
final class Coverage {

    private final DraftAutomaton draft;
    private final IdentityHashMap<Step, List<Integer>> places =
            new IdentityHashMap<>(); // two methods may declare equal steps
    private final Set<String> entered = new HashSet<>();
    private final List<Branch> branches = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();

    /** A branch in one place of the automaton: the states in which it starts and is done. */
    private record Branch(String block, Step step, int first, int last) {}

    /** The run of a block for one member in one place of the automaton: the states in which it starts and is done. */
    private record Turn(BlockDeclaration block, BlockForm.ForEach forEach, int first, int last) {}

    Coverage(DraftAutomaton draft) {
        this.draft = draft;
    }

    /** A block is run. */
    void enter(BlockDeclaration block) {
        entered.add(block.name());
    }

    /** A step stands at a state. */
    void place(Step step, int state) {
        places.computeIfAbsent(step, key -> new ArrayList<>()).add(state);
    }

    /** A branch of a parallel block starts at one state, and is done at another. */
    void branch(BlockDeclaration block, Step step, int first, int last) {
        branches.add(new Branch(IncludedNames.simple(block.name()), step, first, last));
    }

    /** The run of a block for one member starts at one state, and is done at another. */
    void turn(BlockDeclaration block, BlockForm.ForEach forEach, int first, int last) {
        turns.add(new Turn(block, forEach, first, last));
    }

    /** Returns whether a block is run anywhere. */
    boolean isEntered(BlockDeclaration block) {
        return entered.contains(block.name());
    }

    /** Tells of branches that never end. */
    void checkBranches(WrongJumps wrong) {
        for (Branch branch : branches) {
            if (!draft.reachableFrom(branch.first).contains(branch.last)) {
                wrong.endless(branch.step, branch.block);
            }
        }
    }

    /** Returns an error for each turn that never ends. */
    List<Diagnostic> endlessTurns() {
        return turns.stream()
                .filter(turn -> !draft.reachableFrom(turn.first).contains(turn.last))
                .map(turn -> Diagnostic.of(
                                DiagnosticId.FOR_EACH_ENDLESS,
                                turn.forEach.origin(),
                                IncludedNames.simple(turn.block.name()) + " never comes to an end for any member of "
                                        + turn.forEach.family().name() + ", so what follows it never happens")
                        .hint("give its loop an alternative that returns void, or End for members that leave"))
                .toList();
    }

    /** Returns a warning for each block that no step goes on with. */
    List<Diagnostic> unused(List<BlockDeclaration> blocks, String protocol) {
        return blocks.stream()
                .filter(block -> !isEntered(block))
                .map(block -> Diagnostic.of(
                                DiagnosticId.BLOCK_UNUSED,
                                block.origin(),
                                "no step of " + protocol + " goes on with the block "
                                        + IncludedNames.simple(block.name()))
                        .hint("return " + IncludedNames.simple(block.name())
                                + " from the step it shall follow, or remove it"))
                .toList();
    }

    /** Returns an error for each block some of whose steps no run comes to, told at the first of them: the rest have the same reason. */
    List<Diagnostic> unreachable(Stream<BlockDeclaration> blocks, int start, WrongJumps wrong) {
        Set<Integer> reachable = draft.reachableFrom(start);
        List<Diagnostic> found = new ArrayList<>();
        blocks.filter(block -> block.choiceAt().isEmpty()) // alternatives are reached together with their block
                .forEach(block -> checkReachable(block, reachable, wrong, found));
        return found;
    }

    private void checkReachable(
            BlockDeclaration block, Set<Integer> reachable, WrongJumps wrong, List<Diagnostic> found) {
        Step previous = null;
        for (Step step : block.steps()) {
            boolean reached = places.getOrDefault(step, List.of()).stream().anyMatch(reachable::contains);
            if (!reached) {
                if (previous != null && !wrong.concern(previous)) {
                    found.add(Diagnostic.of(
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
}
