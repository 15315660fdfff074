package dev.parley.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The decisions of one run among all: first those that it was given, then always the first of what is possible. */
final class Trail implements Chance {

    private static final String FIRST = "0";
    private static final Pattern DOT = Pattern.compile("\\.");

    private final int preemptions;
    private final List<Integer> given;
    private final List<Decision> taken = new ArrayList<>();
    private final Random values = new Random(0);
    private int preempted;
    private boolean strayed;

    /** What was taken, counted from 0, of how much that was possible. */
    private record Decision(int choice, int options) {}

    private Trail(int preemptions, List<Integer> given) {
        this.preemptions = preemptions;
        this.given = given;
    }

    /** Returns the first run of all. */
    static Trail first(int preemptions) {
        return new Trail(preemptions, List.of());
    }

    /**
     * Returns a run that was found before.
     *
     * @param decisions as {@link #toString} gives them
     * @throws IllegalArgumentException if they are not that
     */
    static Trail again(String decisions) {
        try {
            return new Trail(
                    Integer.MAX_VALUE,
                    DOT.splitAsStream(decisions).map(Integer::valueOf).toList());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "\"" + decisions + "\" is no run; take it from the failure that shall be seen again.", e);
        }
    }

    /** Returns the run that decides as this one did up to the last decision that is not exhausted, and differently there. */
    Optional<Trail> next() {
        check();
        for (int last = taken.size() - 1; last >= 0; last--) {
            Decision decision = taken.get(last);
            if (decision.choice + 1 < decision.options) {
                List<Integer> other = new ArrayList<>();
                taken.subList(0, last).forEach(each -> other.add(each.choice));
                other.add(decision.choice + 1);
                return Optional.of(new Trail(preemptions, other));
            }
        }
        return Optional.empty();
    }

    @Override
    public int next(int ready, int current) {
        if (current == NOBODY) {
            return decide(ready);
        }
        int chosen = decide(preempted < preemptions ? ready : 1);
        if (chosen == 0) {
            return current;
        }
        preempted++;
        // The others, in order: the one that could go on was the first choice.
        return chosen <= current ? chosen - 1 : chosen;
    }

    @Override
    public boolean happens(double probability) {
        return probability > 0 && (probability >= 1 || decide(2) == 1);
    }

    @Override
    public double fraction() {
        return decide(2);
    }

    /** Which values there are is not explored: there are too many. */
    @Override
    public Random values() {
        return values;
    }

    private int decide(int options) {
        int place = taken.size();
        int choice = place < given.size() ? given.get(place) : 0;
        strayed |= choice >= options;
        // The roles must come to an end all the same: they wait for one another.
        taken.add(new Decision(strayed ? 0 : choice, options));
        return taken.get(place).choice;
    }

    @Override
    public void check() {
        if (strayed) {
            throw new IllegalStateException("A run went another way than the one before it: a program of a role does"
                    + " something that differs from run to run, or the session is another one.");
        }
    }

    @Override
    public String again() {
        return "@ExplorationTest(run = \"" + this + "\")";
    }

    /** Returns the decisions, those at the end left out that are the first of what is possible; never empty. */
    @Override
    public String toString() {
        int last = taken.size();
        while (last > 0 && taken.get(last - 1).choice == 0) {
            last--;
        }
        return last == 0
                ? FIRST
                : IntStream.range(0, last)
                        .mapToObj(place -> Integer.toString(taken.get(place).choice))
                        .collect(Collectors.joining("."));
    }
}
