package dev.parley.maven.bytecode.linear;

import java.util.Locale;

/** The catalogue of what the verifier finds. The code of an entry never changes; {@code docs/verify} has a page named after each. */
public enum FindingKind {
    /** A state is used although the role has moved on from it, or although it is only borrowed. */
    STATE_USED_TWICE("A state is used again after the role has moved on.", "go on with what the first use returned"),
    /** A state is forgotten before the protocol is over for its role. */
    STATE_DROPPED(
            "A state is forgotten before the protocol is over for its role.",
            "use the state on every path, or cancel the session, or let the exception through"),
    /** A state goes where the verifier cannot see whether it is used once. */
    STATE_ESCAPES(
            "A state goes where nobody can show that it is used once.",
            "keep the state in a local variable, or mark the parameter that it is passed for with @TakesOver or @Borrows"),
    /** A message that may be received is handled nowhere. */
    BRANCH_UNHANDLED(
            "A message that may arrive is not handled.",
            "handle every message, or end the last branch with an exception, or use match"),
    /** A state of a role gets into another thread. */
    FOREIGN_THREAD("A state of a role gets into another thread.", "enter the role in the thread that plays it");

    private final String summary;
    private final String hint;

    FindingKind(String summary, String hint) {
        this.summary = summary;
        this.hint = hint;
    }

    /** Returns the stable code, such as {@code state-dropped}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns what is wrong, in one sentence. */
    public String summary() {
        return summary;
    }

    /** Returns what to do, in a few words. */
    public String hint() {
        return hint;
    }
}
