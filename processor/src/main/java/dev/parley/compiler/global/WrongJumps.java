package dev.parley.compiler.global;

import dev.parley.compiler.diagnostic.Diagnostic;
import dev.parley.compiler.diagnostic.DiagnosticId;
import dev.parley.compiler.include.IncludedNames;
import dev.parley.compiler.protocol.BlockDeclaration;
import dev.parley.compiler.protocol.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Steps that go where they must not. A block is expanded in many places, and each of its steps is told of once. */
final class WrongJumps {

    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Set<Step> reported = Collections.newSetFromMap(new IdentityHashMap<>());

    /** Returns what was found. */
    List<Diagnostic> found() {
        return diagnostics;
    }

    /** Returns whether nothing is wrong. */
    boolean isEmpty() {
        return reported.isEmpty();
    }

    /** Returns whether a step is told of. */
    boolean concern(Step step) {
        return reported.contains(step);
    }

    /** A step leaves a branch of a parallel block otherwise than at its end. */
    void leaveBranch(Step step, Step branch, String how) {
        if (reported.add(step)) {
            diagnostics.add(Diagnostic.of(
                            DiagnosticId.PARALLEL_LEFT,
                            step.origin(),
                            step.method() + " " + how + " from within the branch " + branch.method()
                                    + ", while other branches are still going on")
                    .hint("let the branch come to its end with void, and let what follows the parallel block do this"));
        }
    }

    /** A step goes back to a block outside the turn of a member. */
    void leaveTurn(Step step, Activation turn, BlockDeclaration to) {
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

    /** A step goes back to a block that has something left to do. */
    void notTail(Step step, Activation activation, Activation active) {
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

    /** A step goes back to where it started without a message. */
    void unguarded(Step step) {
        if (reported.add(step)) {
            diagnostics.add(Diagnostic.of(
                            DiagnosticId.RECURSION_UNGUARDED,
                            step.origin(),
                            step.method() + " leads back to where it started without any message on the way")
                    .hint("put a message before the recursion, or remove this step"));
        }
    }

    /** A branch of a parallel block never ends. */
    void endless(Step branch, String block) {
        if (reported.add(branch)) {
            diagnostics.add(Diagnostic.of(
                            DiagnosticId.PARALLEL_ENDLESS,
                            branch.origin(),
                            "the branch " + branch.method() + " of " + block
                                    + " never comes to an end, so what follows " + block + " never happens")
                    .hint("give its loop an alternative that returns void"));
        }
    }
}
