package dev.parley.benchmarks.store;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What the contestants took in one iteration, in nanoseconds; {@link StoreFigures} divides by the number of operations. */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class Score {
    /** The store. */
    public long ours;

    /** The same by hand. */
    public long theirs;

    /** How many each has done. */
    public long operations;
}
