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

/** Generated endpoints against queues. One operation is a whole round of a duel; the figures are in its {@link Score}. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class EndpointBenchmark {

    private static final int CAPACITY = 1024;

    /** Streaming at capacity 1024, against a queue with a record for every message. */
    @State(Scope.Benchmark)
    public static class AgainstRecords {
        final Duel duel = new Duel(
                new Endpoints.Streaming(), new Endpoints.Streaming(), new Streams.OverQueueOfRecords(CAPACITY));

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
                new Endpoints.Streaming(),
                new Endpoints.Streaming(),
                new Streams.OverQueueOfReferences(CAPACITY, Duel.BURST));

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
                new Duel(new Endpoints.Calling(), new Endpoints.Calling(), new RoundTrips.OverQueues(Duel.BURST));

        /** Ends the threads. */
        @TearDown(Level.Trial)
        public void close() {
            duel.close();
        }
    }

    /** Both roles on one thread, against the bare lane. */
    @State(Scope.Benchmark)
    public static class AgainstBareLane {
        final Contestant ours = new Endpoints.StreamingAlone();
        final Contestant control = new Endpoints.StreamingAlone();
        final Contestant peer = new Endpoints.LaneAlone();
    }

    /** Streams through endpoints and through a queue of records. */
    @Benchmark
    public void streamingRecords(AgainstRecords state, Score score) {
        state.duel.round(score);
    }

    /** Streams through endpoints and through a queue of references. */
    @Benchmark
    public void streamingReferences(AgainstReferences state, Score score) {
        state.duel.round(score);
    }

    /** Asks and answers through endpoints and through a pair of queues. */
    @Benchmark
    public void roundTrip(AgainstQueues state, Score score) {
        state.duel.round(score);
    }

    /** Sends and receives on one thread, through endpoints and through the bare lane. */
    @Benchmark
    public void sameThread(AgainstBareLane state, Score score) {
        score.ours += alone(state.ours);
        score.peer += alone(state.peer);
        score.control += alone(state.control);
        score.control += alone(state.control);
        score.peer += alone(state.peer);
        score.ours += alone(state.ours);
        score.messages += 2L * Duel.BURST;
    }

    private static long alone(Contestant contestant) {
        long start = System.nanoTime();
        long sum = contestant.follow(Duel.BURST);
        long nanos = System.nanoTime() - start;
        if (sum != (long) Duel.BURST * (Duel.BURST - 1) / 2) {
            throw new AssertionError(contestant + " carried " + sum);
        }
        return nanos;
    }
}
