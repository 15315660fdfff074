package dev.parley.benchmarks.compile;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What a protocol adds to a warm run of javac: the difference between {@link #processed} and {@link #plain}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 12)
@Measurement(iterations = 12)
@Fork(3)
public class CompileBenchmark {

    /** The direction in which the protocol is large. */
    @Param
    public Shape shape = Shape.SEQUENCE;

    /** How many times as large as the smallest; twice the size shall take no more than about twice as long. */
    @Param({"1", "2"})
    public int times;

    private final JavaCompilation compilation = new JavaCompilation();
    private String source = "";

    /** Writes the protocol down. */
    @Setup(Level.Trial)
    public void write() {
        source = shape.source(times);
    }

    /** Compiles the interface alone. */
    @Benchmark
    public Object plain() {
        return compilation.compile(source, false);
    }

    /** Compiles the interface, checks the protocol, and generates and compiles the endpoints. */
    @Benchmark
    public Object processed() {
        return compilation.compile(source, true);
    }

    /** Closes the files. */
    @TearDown(Level.Trial)
    public void close() {
        compilation.close();
    }

    /** Prints how many files are generated, and how many classes of how many bytes they become. */
    public static void main(String[] args) {
        try (JavaCompilation compilation = new JavaCompilation()) {
            for (Shape shape : Shape.values()) {
                System.out.println(shape + " " + compilation.compile(shape.source(1), true));
            }
        }
    }
}
