package dev.parley.benchmarks.store;

import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A store with a hundred thousand sessions beside plain JDBC over the same tables. One operation is a whole round of a contest; the figures are
 * in its {@link Score}.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class StoreBenchmark {

    /** The contestants, with their database. */
    @State(Scope.Benchmark)
    public static class Stores {
        /** Where the sessions are kept. */
        @Param
        public Database database = Database.SQLITE;

        private @Nullable Contest contest;

        /** Fills the database. */
        @Setup(Level.Trial)
        public void open() throws Exception {
            contest = database.open();
        }

        /** Ends all. */
        @TearDown(Level.Trial)
        public void close() throws IOException {
            contest().close();
        }

        private Contest contest() {
            return Objects.requireNonNull(contest);
        }
    }

    /** Keeps new sessions. */
    @Benchmark
    public void create(Stores stores, Score score) {
        stores.contest().round(score, (each, number) -> each.create(Sample.SESSIONS + number));
    }

    /** Keeps what has become of sessions. */
    @Benchmark
    public void update(Stores stores, Score score) {
        stores.contest().round(score, (each, number) -> each.update(anywhere(number)));
    }

    /** Reads sessions. */
    @Benchmark
    public void get(Stores stores, Score score) {
        stores.contest().round(score, (each, number) -> expect(1, each.get(anywhere(number))));
    }

    /** Reads the first pages of sessions that have something in common. */
    @Benchmark
    public void filteredQuery(Stores stores, Score score) {
        stores.contest().round(score, (each, number) -> expect(Sample.PAGE, each.find(anywhere(number))));
    }

    /** Each time another session, all over the table. */
    private static int anywhere(int number) {
        return (int) (number * 7_919L % Sample.SESSIONS);
    }

    private static void expect(int rows, int found) {
        if (found != rows) {
            throw new IllegalStateException(found + " rows were read, and not " + rows);
        }
    }
}
