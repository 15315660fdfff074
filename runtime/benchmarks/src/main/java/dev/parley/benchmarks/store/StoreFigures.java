package dev.parley.benchmarks.store;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures stores, and prints the table of the README: means over the iterations of all forks, and the quartiles of the iterations' ratios. A
 * median would show which of the two had its connection's process on the better core for longer.
 */
public final class StoreFigures {

    private static final int FORKS = 3;

    private StoreFigures() {}

    /**
     * Measures.
     *
     * @param arguments a pattern of benchmarks' names, and the number of forks; all of them and 3 by default
     * @throws Exception if a benchmark fails
     */
    public static void main(String[] arguments) throws Exception {
        Options options = new OptionsBuilder()
                .include(arguments.length > 0 ? arguments[0] : StoreBenchmark.class.getName())
                .forks(arguments.length > 1 ? Integer.parseInt(arguments[1]) : FORKS)
                .warmupIterations(4)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(10)
                .measurementTime(TimeValue.seconds(1))
                .shouldFailOnError(true)
                .build();
        Collection<RunResult> results = new Runner(options).run();
        System.out.println();
        System.out.println("| what | ours, µs | JDBC, µs | ours / JDBC | of iterations |");
        System.out.println("| --- | --- | --- | --- | --- |");
        results.forEach(result -> System.out.println(row(result)));
    }

    private static String row(RunResult result) {
        String name = result.getParams().getBenchmark();
        List<IterationResult> iterations = result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .toList();
        double ours = total(iterations, "ours");
        double theirs = total(iterations, "theirs");
        double operations = total(iterations, "operations");
        double[] ratios = iterations.stream()
                .mapToDouble(each -> counter(each, "ours") / counter(each, "theirs"))
                .sorted()
                .toArray();
        return String.format(
                Locale.ROOT,
                "| %s, %s | %.1f | %.1f | %.2f | %.2f to %.2f |",
                result.getParams().getParam("database"),
                name.substring(name.lastIndexOf('.') + 1),
                ours / operations / 1_000,
                theirs / operations / 1_000,
                ours / theirs,
                ratios[ratios.length / 4],
                ratios[ratios.length * 3 / 4]);
    }

    private static double total(List<IterationResult> iterations, String counter) {
        return iterations.stream().mapToDouble(each -> counter(each, counter)).sum();
    }

    private static double counter(IterationResult iteration, String counter) {
        return Objects.requireNonNull(iteration.getSecondaryResults().get(counter), counter)
                .getScore();
    }
}
