package dev.parley.runtime.buffer;

/**
 * The shape of a lane.
 *
 * @param edge the number of the edge it serves, for messages about it
 * @param mode what it keeps
 * @param whenFull what it does when full
 * @param capacity how many messages it holds, 1 to 2<sup>24</sup>; rounded up to a power of two
 * @param maxCapacity how many messages it may hold after growing, at least {@code capacity}; rounded up likewise
 * @param stride how many words a message has, its header included; at least 1
 * @param references how many references a message has; 0 or more
 */
public record LaneSpec(
        int edge, Mode mode, WhenFull whenFull, int capacity, int maxCapacity, int stride, int references) {

    /** The largest capacity. */
    public static final int MAX_CAPACITY = 1 << 24;

    /** Checks the ranges and rounds the capacities up. */
    public LaneSpec {
        if (capacity < 1 || capacity > MAX_CAPACITY) {
            throw new IllegalArgumentException(
                    "The capacity is " + capacity + "; it must be 1 to " + MAX_CAPACITY + ".");
        }
        if (maxCapacity < capacity || maxCapacity > MAX_CAPACITY) {
            throw new IllegalArgumentException("The largest capacity is " + maxCapacity + "; it must be the capacity, "
                    + capacity + ", to " + MAX_CAPACITY + ".");
        }
        if (stride < 1 || references < 0) {
            throw new IllegalArgumentException("A message has " + stride + " words and " + references
                    + " references; it must have at least 1 and 0.");
        }
        capacity = powerOfTwo(capacity);
        maxCapacity = powerOfTwo(maxCapacity);
    }

    private static int powerOfTwo(int atLeast) {
        return atLeast == 1 ? 1 : Integer.highestOneBit(atLeast - 1) << 1;
    }
}
