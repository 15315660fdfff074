package dev.parley.sessions.query;

/** Whether a condition holds, as databases see it: nothing can be said of a value that is missing. */
enum Truth {
    /** It does not. */
    FALSE,
    /** Nothing can be said. */
    UNKNOWN,
    /** It does. */
    TRUE;

    static Truth of(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    Truth not() {
        return switch (this) {
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
            case TRUE -> FALSE;
        };
    }
}
