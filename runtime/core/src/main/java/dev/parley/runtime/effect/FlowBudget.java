package dev.parley.runtime.effect;

/**
 * How much one role may send to another, in units of the protocol's own. Immutable.
 *
 * <p>Budgets form a semilattice under {@link #merge}: replicas that have seen different charges and grants agree, in whatever order they
 * learn of them, and never on more than the strictest of them would allow.
 *
 * @param limit how much may be spent in an epoch, 0 or more
 * @param spent how much of it is spent, 0 or more; more than the limit where budgets with different limits were merged, or where
 *     what was spent before a session was reopened is more than is granted now
 * @param epoch the number of the epoch, 0 or more; a later one begins with nothing spent
 */
public record FlowBudget(long limit, long spent, long epoch) {

    /** Checks the ranges. */
    public FlowBudget {
        if (limit < 0 || spent < 0 || epoch < 0) {
            throw new IllegalArgumentException("A budget has a limit of " + limit + ", of which " + spent
                    + " is spent, in epoch " + epoch + "; none of them may be negative.");
        }
    }

    /**
     * Returns a budget of which nothing is spent, in epoch 0.
     *
     * @param limit how much may be spent
     */
    public static FlowBudget of(long limit) {
        return new FlowBudget(limit, 0, 0);
    }

    /** Returns how much can still be spent, 0 or more. */
    public long left() {
        return Math.max(0, limit - spent);
    }

    /**
     * Returns what it is after a charge.
     *
     * @param cost 0 to {@link #left}
     * @throws IllegalArgumentException if that is not covered
     */
    public FlowBudget charge(long cost) {
        if (cost < 0 || cost > left()) {
            throw new IllegalArgumentException("A cost of " + cost + " is not covered by " + this + ".");
        }
        return new FlowBudget(limit, spent + cost, epoch);
    }

    /** Returns what both allow: the smaller limit, the larger sum spent, the later epoch. */
    public FlowBudget merge(FlowBudget other) {
        return new FlowBudget(Math.min(limit, other.limit), Math.max(spent, other.spent), Math.max(epoch, other.epoch));
    }

    /**
     * Returns what it is in a later epoch, where nothing is spent yet.
     *
     * @param later the number of that epoch
     * @throws IllegalArgumentException if it is not later
     */
    public FlowBudget inEpoch(long later) {
        if (later <= epoch) {
            throw new IllegalArgumentException("Epoch " + later + " does not come after epoch " + epoch + ".");
        }
        return new FlowBudget(limit, 0, later);
    }

    @Override
    public String toString() {
        return "a budget of " + limit + ", " + left() + " left, in epoch " + epoch;
    }
}
