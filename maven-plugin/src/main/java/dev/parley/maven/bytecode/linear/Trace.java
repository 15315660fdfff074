package dev.parley.maven.bytecode.linear;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a path came to where it is; shared by the paths that part later.
 *
 * @param before what came before, or null
 * @param role which role the step concerns, or {@link #ALL}
 * @param step what happened
 */
record Trace(@Nullable Trace before, int role, Step step) {

    /** Not a role: a step that concerns all of them. */
    static final int ALL = Integer.MIN_VALUE;

    private static final int MOST = 12;

    /** Returns the steps that concern a role, from the first that is its own; the middle of a long path is left out. */
    static List<Step> steps(@Nullable Trace last, int role) {
        Deque<Trace> all = new ArrayDeque<>();
        for (Trace each = last; each != null; each = each.before) {
            if (each.role == role || each.role == ALL) {
                all.addFirst(each);
            }
        }
        while (!all.isEmpty() && all.getFirst().role == ALL) {
            all.removeFirst();
        }
        List<Step> steps = new ArrayList<>();
        for (Trace each : all) {
            if (steps.isEmpty() || !steps.get(steps.size() - 1).equals(each.step)) {
                steps.add(each.step);
            }
        }
        if (steps.size() > MOST) {
            int left = steps.size() - MOST + 1;
            steps.subList(MOST / 2, MOST / 2 + left).clear();
            steps.add(MOST / 2, new Step(steps.get(MOST / 2 - 1).line(), left + " more steps"));
        }
        return steps;
    }
}
