package dev.parley.compiler.diagnostic;

import java.util.ArrayList;
import java.util.List;

/**
 * A run of a protocol as lines of text, for people.
 *
 * @param steps the steps, in order
 */
public record Trace(List<String> steps) {

    /** How many steps are shown of either end of a long run. */
    private static final int SHOWN = 6;

    /** Copies the steps. */
    public Trace {
        steps = List.copyOf(steps);
    }

    /** Returns the trace of the given steps, each as its own text. */
    public static Trace of(List<?> steps) {
        return new Trace(steps.stream().map(Object::toString).toList());
    }

    /** Returns numbered, indented lines; the middle of a long run is left out, and the lines say so. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (steps.isEmpty()) {
            lines.add("  (at the very start)");
        }
        for (int i = 0; i < steps.size(); i++) {
            if (i == SHOWN && steps.size() > 2 * SHOWN + 1) {
                int left = steps.size() - 2 * SHOWN;
                lines.add("  ... " + left + " more");
                i += left;
            }
            lines.add("  " + (i + 1) + ". " + steps.get(i));
        }
        return lines;
    }
}
