package dev.parley.benchmarks.duel;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Lanes against queues. One operation is a whole round of a duel; the figures are in its {@link Score}. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LaneBenchmark {

    private static final int BURST = Duel.BURST;

    /** Streaming at capacity 1024, against a queue with a record for every message. */
    @State(Scope.Benchmark)
    public static class AgainstRecords {
        final Duel duel =
                new Duel(new Streams.OverLane(1024), new Streams.OverLane(1024), new Streams.OverQueueOfRecords(1024));

        /** Ends the threads. */
        @TearDown(Level.Trial)
        public void close() {
            duel.close();
        }
    }

    /** Streaming at capacity 1024, against a queue of records that were made before. */
    @State(Scope.Benchmark)
    public static class AgainstReferences {
        final Duel duel = new Duel(
                new Streams.OverLane(1024), new Streams.OverLane(1024), new Streams.OverQueueOfReferences(1024, BURST));

        /** Ends the threads. */
        @TearDown(Level.Trial)
        public void close() {
            duel.close();
        }
    }

    /** The same at capacity 16384. */
    @State(Scope.Benchmark)
    public static class AgainstReferencesWide {
        final Duel duel = new Duel(
                new Streams.OverLane(16384),
                new Streams.OverLane(16384),
                new Streams.OverQueueOfReferences(16384, BURST));

        /** Ends the threads. */
        @TearDown(Level.Trial)
        public void close() {
            duel.close();
        }
    }

    /** Requests and replies, against a pair of queues. */
    @State(Scope.Benchmark)
    public static class AgainstQueues {
        final Duel duel =
                new Duel(new RoundTrips.OverCell(), new RoundTrips.OverCell(), new RoundTrips.OverQueues(BURST));

        /** Ends the threads. */
        @TearDown(Level.Trial)
        public void close() {
            duel.close();
        }
    }

    /** Streams over a lane and over a queue of records. */
    @Benchmark
    public void streamingRecords(AgainstRecords state, Score score) {
        state.duel.round(score);
    }

    /** Streams over a lane and over a queue of references. */
    @Benchmark
    public void streamingReferences(AgainstReferences state, Score score) {
        state.duel.round(score);
    }

    /** Streams over a wide lane and over a wide queue of references. */
    @Benchmark
    public void streamingReferencesWide(AgainstReferencesWide state, Score score) {
        state.duel.round(score);
    }

    /** Asks and answers over a cell and over a pair of queues. */
    @Benchmark
    public void roundTrip(AgainstQueues state, Score score) {
        state.duel.round(score);
    }
}
