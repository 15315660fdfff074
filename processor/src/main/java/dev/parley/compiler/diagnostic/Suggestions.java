package dev.parley.compiler.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what a mistyped name was meant to be. */
public final class Suggestions {

    /** One edit is believed per this many characters: fewer would suggest names that have nothing in common. */
    private static final int CHARACTERS_PER_EDIT = 3;

    private Suggestions() {}

    /**
     * Returns the known name nearest to the given one, if any is near enough to be what was meant. Case does not count,
     * and of a qualified name only what follows its last dot, so that a type of the right name from the wrong place finds
     * its namesake.
     *
     * <p>Nearness is the optimal string alignment distance (Damerau 1964, restricted to adjacent transpositions that are
     * not edited again): one for each character inserted, left out, replaced, or swapped with its neighbour.
     *
     * @param name what was written
     * @param known what could have been written, in any order
     * @return the nearest; among equally near ones the first in alphabetical order
     */
    public static Optional<String> nearest(String name, Collection<String> known) {
        String written = fold(name.substring(name.lastIndexOf('.') + 1));
        return known.stream()
                .map(candidate -> new Candidate(candidate, distance(written, fold(candidate))))
                .filter(candidate -> candidate.isNear(written))
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    private record Candidate(String name, int distance) {
        boolean isNear(String written) {
            return distance * CHARACTERS_PER_EDIT <= Math.max(written.length(), name.length());
        }
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static int distance(String from, String to) {
        int[] beforeLast = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = last[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
                boolean swapped = i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            beforeLast = last;
            last = row;
        }
        return last[to.length()];
    }
}
