package dev.parley.maven.bytecode.linear;

import dev.parley.maven.bytecode.linear.Token.Status;
import dev.parley.maven.bytecode.linear.Value.StateRef;

/** What calls do to a state that stands for a parallel block: each branch is begun once, and all are before the block is left. */
final class ParallelBlocks {

    private final MethodAnalysis analysis;
    private final Calls calls;

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
            } else if (StateTypes.isForMember(call.descriptor())) {
                path.note(token.role(), call.display() + " begins the block for a member");
            } else if (token.is(Status.LIVE) && token.branches().begun().contains(call.name())) {
                path.note(token.role(), call.display() + " begins the branch again");
                analysis.reports.add(
                        FindingKind.STATE_USED_TWICE,
                        path,
                        token.role(),
                        path.line,
                        "branch " + call.name() + " of " + StateTypes.display(token.classes()) + " is begun again");
                path.giveUp(token.role());
            } else {
                path.note(token.role(), call.display() + " begins the branch");
                path.update(state.token(), each -> each.with(each.branches().begin(call.name())));
            }
            if (!path.token(state.token()).is(Status.LIVE)) {
                return Value.Unknown.SINGLE;
            }
        }
        return calls.result(path, call);
    }

    /** Reports the branches that nobody has begun when the role goes on behind the block. */
    void checkLeft(ProgramPath path, int number, String how) {
        Token token = path.token(number);
        if (token.is(Status.LIVE) && !token.branches().open().isEmpty()) {
            path.note(token.role(), how);
            analysis.reports.add(
                    FindingKind.STATE_DROPPED,
                    path,
                    token.role(),
                    path.line,
                    "branch " + String.join(" and branch ", token.branches().open()) + " of "
                            + StateTypes.display(token.classes())
                            + " is never begun, so the block is waited for in vain");
            path.giveUp(token.role());
        }
    }
}
