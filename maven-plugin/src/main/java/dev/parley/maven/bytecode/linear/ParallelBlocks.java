package dev.parley.maven.bytecode.linear;

import dev.parley.maven.bytecode.linear.Token.Status;
import dev.parley.maven.bytecode.linear.Value.StateRef;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What calls do to a state that stands for a parallel block: each branch is begun once, be it one of the text or one for a member, and
 * all are played before the block is left.
 */
final class ParallelBlocks {

    private final MethodAnalysis analysis;
    private final Calls calls;

    /** For each instruction that leaves a block, a path that comes there and has begun the block for no member. */
    private final Map<Integer, Left> forNobody = new TreeMap<>();

    /** The instructions that leave a block to which a path comes that may have begun it for members. */
    private final Set<Integer> forSomebody = new HashSet<>();

    private record Left(ProgramPath path, Token block) {}

    ParallelBlocks(MethodAnalysis analysis, Calls calls) {
        this.analysis = analysis;
        this.calls = calls;
    }

    /** Begins a branch: its first state is to be played like that of a role, and the state of the block stays. */
    Value begin(ProgramPath path, Call call) {
        if (call.receiver() instanceof StateRef state) {
            Token token = path.token(state.token());
            if (token.is(Status.USED) || token.is(Status.LOST)) {
                analysis.uses.add(path, state.token(), call.display() + " begins a branch");
            } else if (isBegun(token, call)) {
                begunAgain(path, token, call);
            } else {
                boolean forMember = StateTypes.isForMember(call.descriptor());
                path.note(
                        token.role(),
                        call.display() + (forMember ? " begins the block for a member" : " begins the branch"));
                path.update(state.token(), each -> each.with(begun(each.branches(), call)));
            }
            if (!path.token(state.token()).is(Status.LIVE)) {
                return Value.Unknown.SINGLE;
            }
        }
        return calls.result(path, call);
    }

    private static boolean isBegun(Token block, Call call) {
        return block.is(Status.LIVE)
                && (StateTypes.isForMember(call.descriptor())
                        ? block.branches().members().begun().contains(member(call))
                        : block.branches().begun().contains(call.name()));
    }

    private static Branches begun(Branches branches, Call call) {
        return StateTypes.isForMember(call.descriptor())
                ? branches.with(branches.members().begin(member(call)))
                : branches.begin(call.name());
    }

    private static Value member(Call call) {
        return call.arguments().get(1);
    }

    private void begunAgain(ProgramPath path, Token block, Call call) {
        path.note(block.role(), call.display() + " begins it again");
        String state = StateTypes.display(block.classes());
        String what = StateTypes.isForMember(call.descriptor())
                ? state + " is begun again for the same member"
                : "branch " + call.name() + " of " + state + " is begun again";
        analysis.reports.add(FindingKind.STATE_USED_TWICE, path, block.role(), path.line, what);
        path.giveUp(block.role());
    }

    /** Reports what is still to be done in the branches of a block when the role goes on behind it. */
    void checkLeft(ProgramPath path, int number, String how) {
        Token block = path.token(number);
        if (block.is(Status.LIVE)) {
            checkPlayed(path, block, how);
            checkBegun(path, block, how);
        }
        if (!path.token(number).branches().members().none() || !block.is(Status.LIVE)) {
            forSomebody.add(path.at);
        } else {
            ProgramPath nobody = path.copy();
            nobody.note(block.role(), how);
            forNobody.putIfAbsent(path.at, new Left(nobody, block));
        }
    }

    private void checkBegun(ProgramPath path, Token block, String how) {
        if (!block.branches().open().isEmpty()) {
            path.note(block.role(), how);
            analysis.reports.add(
                    FindingKind.STATE_DROPPED,
                    path,
                    block.role(),
                    path.line,
                    "branch " + String.join(" and branch ", block.branches().open()) + " of "
                            + StateTypes.display(block.classes())
                            + " is never begun, so the block is waited for in vain");
            path.giveUp(block.role());
        }
    }

    /** What this thread has still to play is waited for in vain. */
    private void checkPlayed(ProgramPath path, Token block, String how) {
        for (Token each : List.copyOf(path.tokens.values())) {
            if (each.is(Status.LIVE)
                    && ProgramPath.isDue(each, analysis.types)
                    && analysis.types.isBranchOf(block.classes(), each.classes())) {
                path.note(each.role(), how + ", when all branches are played to their ends");
                analysis.reports.add(
                        FindingKind.STATE_DROPPED,
                        path,
                        each.role(),
                        each.line(),
                        StateTypes.display(each.classes()) + " is not played to its end before the block is left");
                path.giveUp(each.role());
            }
        }
    }

    /** Reports where no path has begun the block for any member: where some have, the others may be those for families of nobody. */
    void reportForNobody() {
        forNobody.keySet().removeAll(forSomebody);
        forNobody
                .values()
                .forEach(left -> analysis.reports.add(
                        FindingKind.STATE_DROPPED,
                        left.path(),
                        left.block().role(),
                        left.path().line,
                        StateTypes.display(left.block().classes())
                                + " is left and was begun for no member, so the block is waited for in vain"));
    }
}
