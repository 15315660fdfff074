package dev.parley.benchmarks.duel;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What the contestants took in one iteration, in nanoseconds; {@link Figures} divides by the number of messages. */
@AuxCounters(AuxCounters.Type.EVENTS)
@State(Scope.Thread)
public class Score {
    /** The lane, or what is built on it. */
    public long ours;

    /** Another of the same kind, which shows how far equals differ. */
    public long control;

    /** What it is measured against. */
    public long peer;

    /** How many messages each has carried. */
    public long messages;
}
