package dev.parley.sessions.query;

/** How two values are compared. */
public enum Operator {
    /** They are the same. */
    EQUAL("="),
    /** They differ. */
    NOT_EQUAL("<>"),
    /** The first comes before the second. */
    LESS("<"),
    /** The first comes before the second or is the same. */
    AT_MOST("<="),
    /** The first comes after the second. */
    GREATER(">"),
    /** The first comes after the second or is the same. */
    AT_LEAST(">=");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    /** Returns how it is written, in texts of queries and in SQL alike. */
    public String symbol() {
        return symbol;
    }

    /** Returns whether it holds for two values. */
    boolean holds(int comparison) {
        return switch (this) {
            case EQUAL -> comparison == 0;
            case NOT_EQUAL -> comparison != 0;
            case LESS -> comparison < 0;
            case AT_MOST -> comparison <= 0;
            case GREATER -> comparison > 0;
            case AT_LEAST -> comparison >= 0;
        };
    }
}
