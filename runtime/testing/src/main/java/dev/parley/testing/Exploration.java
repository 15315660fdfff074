package dev.parley.testing;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All runs of a session, one after the other, instead of some that are drawn: each simulation that it gives decides at least one thing
 * differently from all those before it. What is decided is which role acts next, whether a message that may be lost is lost, and
 * whether a message takes no time or the longest.
 *
 * <pre>{@code
 * for (Simulation simulation : Exploration.of(2)) {
 *     PollSession.run(simulation.options(), Voting::ann, Voting::bob, Voting::chair);
 * }
 * }</pre>
 *
 * <p>Every simulation must be used for the same session, before the next is asked for, and the roles' programs must do nothing that
 * differs from run to run. There are very many orders even of small sessions; so a role that could go on gives way to another only so
 * many times in a run. Most mistakes need one or two such preemptions (Musuvathi and Qadeer, "Iterative Context Bounding for Systematic
 * Testing of Multithreaded Programs", PLDI 2007, section 2). For one thread.
 */
public final class Exploration implements Iterable<Simulation> {

    private final int preemptions;

    private Exploration(int preemptions) {
        this.preemptions = preemptions;
    }

    /**
     * Returns all runs with so many preemptions.
     *
     * @param preemptions how many times in a run a role that could go on gives way to another, 0 or more; more give many more runs
     */
    public static Exploration of(int preemptions) {
        if (preemptions < 0) {
            throw new IllegalArgumentException("preemptions is " + preemptions + "; it must be 0 or more.");
        }
        return new Exploration(preemptions);
    }

    @Override
    public Iterator<Simulation> iterator() {
        return new Iterator<>() {
            private Optional<Trail> ahead = Optional.of(Trail.first(preemptions));
            private @Nullable Trail last;

            @Override
            public boolean hasNext() {
                if (last != null) { // what comes next depends on what was possible in the last run
                    ahead = last.next();
                    last = null;
                }
                return ahead.isPresent();
            }

            @Override
            public Simulation next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("all runs were given");
                }
                Trail trail = ahead.orElseThrow();
                last = trail;
                return new Simulation(trail);
            }
        };
    }
}
