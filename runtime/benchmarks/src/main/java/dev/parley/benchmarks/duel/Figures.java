package dev.parley.benchmarks.duel;

import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures, and prints the tables of the README.
 *
 * <p>Of every fork it takes the whole of its iterations, and of the forks the median. The control is another contestant like ours: how far
 * the two differ from fork to fork is the band within which a difference to the peer says nothing.
 */
public final class Figures {

    private static final int FORKS = 10;

    private Figures() {}

    /**
     * Measures.
     *
     * @param arguments a pattern of benchmarks' names, and the number of forks; all of them and 10 by default
     * @throws Exception if a benchmark fails
     */
    public static void main(String[] arguments) throws Exception {
        Options options = new OptionsBuilder()
                .include(arguments.length > 0 ? arguments[0] : "dev.parley.benchmarks.duel")
                .forks(arguments.length > 1 ? Integer.parseInt(arguments[1]) : FORKS)
                .warmupIterations(3)
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(5)
                .measurementTime(TimeValue.milliseconds(500))
                .jvmArgsAppend("-XX:+AlwaysPreTouch", "-Xms1g", "-Xmx1g")
                .shouldFailOnError(true)
                .build();
        Collection<RunResult> results = new Runner(options).run();
        System.out.println();
        System.out.println("| benchmark | ours, ns | peer, ns | peer / ours | control / ours |");
        System.out.println("| --- | --- | --- | --- | --- |");
        results.forEach(result -> System.out.println(row(result)));
    }

    private static String row(RunResult result) {
        String name = result.getParams().getBenchmark();
        Collection<BenchmarkResult> forks = result.getBenchmarkResults();
        double[] control = sorted(forks, fork -> total(fork, "control") / total(fork, "ours"));
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | %.2f to %.2f |",
                name.substring(name.lastIndexOf('.') + 1),
                median(sorted(forks, fork -> total(fork, "ours") / total(fork, "messages"))),
                median(sorted(forks, fork -> total(fork, "peer") / total(fork, "messages"))),
                median(sorted(forks, fork -> total(fork, "peer") / total(fork, "ours"))),
                control[0],
                control[control.length - 1]);
    }

    private static double[] sorted(Collection<BenchmarkResult> forks, ToDoubleFunction<BenchmarkResult> figure) {
        return forks.stream().mapToDouble(figure).sorted().toArray();
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double total(BenchmarkResult fork, String counter) {
        double total = 0;
        for (IterationResult iteration : fork.getIterationResults()) {
            total += Objects.requireNonNull(iteration.getSecondaryResults().get(counter), counter)
                    .getScore();
        }
        return total;
    }
}
