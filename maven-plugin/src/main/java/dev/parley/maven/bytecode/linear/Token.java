package dev.parley.maven.bytecode.linear;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A state as one path through a method has it.
 *
 * @param role which of the roles that are played in the method it belongs to
 * @param classes the classes that it may have
 * @param status what has become of it
 * @param excluded whether it was found not to be one of the messages that could have come
 * @param borrowed whether it is a caller's
 * @param line where it came from
 * @param next the number of the state that its use led to, or 0
 * @param branches what has become of the branches of the parallel block that it stands for
 */
record Token(
        int role,
        SortedSet<String> classes,
        Status status,
        boolean excluded,
        boolean borrowed,
        int line,
        int next,
        Branches branches) {

    /** What may become of a state. */
    enum Status {
        /** Nothing yet: it has to be used. */
        LIVE,
        /** It was used. */
        USED,
        /** It was not used, and nobody has it any more. */
        LOST,
        /** It need not be used any more: its session has ended, or something was found wrong with it. */
        RELEASED
    }

    Token {
        classes = Collections.unmodifiableSortedSet(new TreeSet<>(classes));
    }

    static Token live(int role, SortedSet<String> classes, int line) {
        return new Token(role, classes, Status.LIVE, false, false, line, 0, Branches.UNKNOWN);
    }

    Token become(Status newStatus) {
        return new Token(role, classes, newStatus, excluded, borrowed, line, next, branches);
    }

    Token leadTo(int token) {
        return new Token(role, classes, status, excluded, borrowed, line, token, branches);
    }

    Token narrow(SortedSet<String> to, boolean byExclusion) {
        return new Token(role, to, status, byExclusion, borrowed, line, next, branches);
    }

    Token borrow() {
        return new Token(role, classes, status, excluded, true, line, next, branches);
    }

    Token with(Branches known) {
        return new Token(role, classes, status, excluded, borrowed, line, next, known);
    }

    boolean is(Status other) {
        return status == other;
    }
}
