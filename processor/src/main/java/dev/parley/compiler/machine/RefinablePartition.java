package dev.parley.compiler.machine;

import java.util.Arrays;

/**
 * A partition of the numbers 0 to n-1 into sets that can only be split: mark some members, then split every set into its
 * marked and its unmarked ones, in time proportional to the number of marks.
 *
 * <p>Source: Valmari, "Fast brief practical DFA minimization", Information Processing Letters 112 (2012), section 4.
 */
final class RefinablePartition {

    private final int[] elements; // grouped by set
    private final int[] location; // where an element stands in elements
    private final int[] setOf;
    private final int[] first; // of a set, in elements
    private final int[] past; // one behind the last of a set
    private final int[] marked; // how many of a set, standing at its front
    private final int[] touched; // sets with marks
    private int touchedCount;
    private int sets;

    /** Groups the elements by the given keys; equal keys share a set. */
    RefinablePartition(int[] keys) {
        int n = keys.length;
        elements = new int[n];
        location = new int[n];
        setOf = new int[n];
        first = new int[n];
        past = new int[n];
        marked = new int[n];
        touched = new int[n];
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (one, two) -> Integer.compare(keys[one], keys[two]));
        for (int i = 0; i < n; i++) {
            if (i == 0 || keys[order[i]] != keys[order[i - 1]]) {
                first[sets++] = i;
            }
            elements[i] = order[i];
            location[order[i]] = i;
            setOf[order[i]] = sets - 1;
            past[sets - 1] = i + 1;
        }
    }

    int sets() {
        return sets;
    }

    int setOf(int element) {
        return setOf[element];
    }

    /** Returns the members of a set, as they are now. */
    int[] members(int set) {
        return Arrays.copyOfRange(elements, first[set], past[set]);
    }

    void mark(int element) {
        int set = setOf[element];
        int from = location[element];
        int to = first[set] + marked[set];
        if (from < to) {
            return; // marked already
        }
        elements[from] = elements[to];
        location[elements[from]] = from;
        elements[to] = element;
        location[element] = to;
        if (marked[set]++ == 0) {
            touched[touchedCount++] = set;
        }
    }

    /** Splits every set that has both marked and unmarked members; the smaller part becomes the new set. */
    void split() {
        while (touchedCount > 0) {
            int set = touched[--touchedCount];
            int middle = first[set] + marked[set];
            if (middle == past[set]) {
                marked[set] = 0;
                continue;
            }
            int added = sets++;
            if (marked[set] <= past[set] - middle) {
                first[added] = first[set];
                past[added] = middle;
                first[set] = middle;
            } else {
                past[added] = past[set];
                first[added] = middle;
                past[set] = middle;
            }
            for (int i = first[added]; i < past[added]; i++) {
                setOf[elements[i]] = added;
            }
            marked[set] = 0;
        }
    }
}
