package dev.parley.samples.protocols.loadbalancer;

import dev.parley.runtime.SessionOptions;
import java.util.stream.IntStream;

/** Counts primes by two workers, of whom {@link LoadBalancer.Balancer} asks the one who has done less. */
public final class PrimeCount {

    private final long[] work = new long[2];

    private PrimeCount() {}

    /**
     * What a count came to.
     *
     * @param primes how many there are
     * @param left how much work the one did: the sum of all numbers it looked at
     * @param right how much the other did
     */
    public record Count(int primes, long left, long right) {}

    /**
     * Counts.
     *
     * @param options how the session is opened
     * @param below the primes below this number
     * @param chunk how many numbers each request asks about, at least 1
     */
    public static Count count(SessionOptions options, int below, int chunk) {
        PrimeCount count = new PrimeCount();
        int[] primes = new int[1];
        LoadBalancerSession.run(
                options,
                count::balance,
                client -> primes[0] = ask(client, below, chunk),
                PrimeCount::left,
                PrimeCount::right);
        return new Count(primes[0], count.work[0], count.work[1]);
    }

    private static int ask(LoadBalancerClient.Requests start, int below, int chunk) {
        LoadBalancerClient.Requests state = start;
        int primes = 0;
        for (int from = 0; from < below; from += chunk) {
            LoadBalancerClient.Count count =
                    state.primes(from, Math.min(from + chunk, below)).receive();
            primes += count.primes();
            state = count;
        }
        state.bye();
        return primes;
    }

    private void balance(LoadBalancerBalancer.Requests start) {
        LoadBalancerBalancer.Requests.Received received = start.receive();
        while (received instanceof LoadBalancerBalancer.Primes primes) {
            int worker = work[0] <= work[1] ? 0 : 1;
            work[worker] +=
                    IntStream.range(primes.from(), primes.to()).asLongStream().sum();
            LoadBalancerBalancer.Requests next = worker == 0
                    ? primes.toLeft(primes.from(), primes.to())
                    : primes.toRight(primes.from(), primes.to());
            received = next.receive();
        }
        ((LoadBalancerBalancer.Bye) received).bye();
    }

    private static void left(LoadBalancerLeft.Start start) {
        LoadBalancerLeft.Start state = start;
        while (state.receive() instanceof LoadBalancerLeft.ToLeft request) {
            state = request.count(primes(request.from(), request.to()));
        }
    }

    private static void right(LoadBalancerRight.Start start) {
        LoadBalancerRight.Start state = start;
        while (state.receive() instanceof LoadBalancerRight.ToRight request) {
            state = request.count(primes(request.from(), request.to()));
        }
    }

    private static int primes(int from, int to) {
        return (int) IntStream.range(from, to).filter(PrimeCount::isPrime).count();
    }

    private static boolean isPrime(int number) {
        return number > 1
                && IntStream.rangeClosed(2, (int) Math.sqrt(number)).noneMatch(divisor -> number % divisor == 0);
    }

    /** Counts the primes below a million. */
    public static void main(String[] args) {
        Count count = count(SessionOptions.defaults(), 1_000_000, 10_000);
        System.out.printf(
                "%,d primes below a million; the workers did %.1f and %.1f %% of the work%n",
                count.primes,
                100.0 * count.left / (count.left + count.right),
                100.0 * count.right / (count.left + count.right));
    }
}
