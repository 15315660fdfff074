package dev.parley.maven.bytecode.linear;

import dev.parley.maven.bytecode.linear.Token.Status;

/** The uses of states: each state is used once, and only by whom it belongs to. */
final class Uses {

    private final Reports reports;
    private final Exits exits;

    Uses(Reports reports, Exits exits) {
        this.reports = reports;
        this.exits = exits;
    }

    /** A state is used. */
    void add(ProgramPath path, int number, String how) {
        Token token = path.token(number);
        if (token.is(Status.RELEASED)) {
            return;
        }
        if (!token.is(Status.LIVE)) {
            usedAgain(path, number, how);
            return;
        }
        path.note(token.role(), how);
        if (token.borrowed()) {
            reports.add(
                    FindingKind.STATE_USED_TWICE,
                    path,
                    token.role(),
                    path.line,
                    StateTypes.display(token.classes()) + " is used, and is only borrowed: the caller uses it, too");
            path.giveUp(token.role());
            return;
        }
        path.tokens.put(number, token.become(Status.USED));
    }

    private void usedAgain(ProgramPath path, int number, String how) {
        Token token = path.token(number);
        path.note(token.role(), how);
        if (exits.forgot(path, token.role())) {
            return;
        }
        Token next = path.tokens.get(token.next());
        if (next != null && next.excluded() && next.is(Status.LIVE)) {
            path.giveUp(token.role());
            reports.add(
                    FindingKind.BRANCH_UNHANDLED,
                    path,
                    token.role(),
                    next.line(),
                    StateTypes.display(next.classes()) + " may arrive and is not handled");
            return;
        }
        reports.add(
                FindingKind.STATE_USED_TWICE,
                path,
                token.role(),
                path.line,
                StateTypes.display(token.classes()) + " is used again");
        path.giveUp(token.role());
    }
}
