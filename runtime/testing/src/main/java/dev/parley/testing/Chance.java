package dev.parley.testing;

import java.util.Random;

/** Decides what is left to chance. Equal answers give equal runs. */
interface Chance {

    /** The place of a role that could not run. */
    int NOBODY = -1;

    /**
     * Returns which role runs next.
     *
     * @param ready how many could, at least 1
     * @param current the place among them of the one that has run last; {@link #NOBODY} if it could not
     */
    int next(int ready, int current);

    /**
     * Returns whether something happens.
     *
     * @param probability how likely it is, 0 to 1
     */
    boolean happens(double probability);

    /** Returns how much of a time passes, 0 to 1. */
    double fraction();

    /** Returns what values are made up from. */
    Random values();

    /**
     * Checks, after a run, that it went the way that was decided.
     *
     * @throws IllegalStateException if it did not, as the programs have decided something themselves
     */
    void check();

    /** Returns the annotation that decides everything in the same way again. */
    String again();

    /**
     * Returns one that draws by a seed.
     *
     * @param seed the seed
     */
    static Chance seeded(long seed) {
        Random random = new Random(seed);
        return new Chance() {
            @Override
            public int next(int ready, int current) {
                return random.nextInt(ready);
            }

            @Override
            public boolean happens(double probability) {
                return probability > 0 && random.nextDouble() < probability;
            }

            @Override
            public double fraction() {
                return random.nextDouble();
            }

            @Override
            public Random values() {
                return random;
            }

            @Override
            public void check() {
                // Whatever way it went was drawn.
            }

            @Override
            public String again() {
                return "@SimulationTest(seed = " + seed + (seed == (int) seed ? "" : "L") + ", runs = 1)";
            }
        };
    }
}
