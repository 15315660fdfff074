package dev.parley.samples.protocols.circuitbreaker;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Plays {@link CircuitBreaker.Breaker}. For one session at a time; what it has learned of the service is there for the next.
 *
 * <p>Its circuit is closed until so many calls have failed in a row. Then it is open: all calls are turned away. After a rest one call
 * is passed on to try: if it succeeds the circuit is closed, else it stays open for another rest.
 */
final class Breaker {

    private final int most;
    private final Duration rest;
    private final LongSupplier clock;
    private int failures;
    private long openSince;

    /**
     * Creates a breaker with a closed circuit.
     *
     * @param most how many calls may fail in a row before it opens, at least 1
     * @param rest how long the service is left alone then
     * @param clock tells the time in nanoseconds, since whenever
     */
    Breaker(int most, Duration rest, LongSupplier clock) {
        this.most = most;
        this.rest = rest;
        this.clock = clock;
    }

    /** Plays the role. */
    void serve(CircuitBreakerBreaker.Calls start) {
        CircuitBreakerBreaker.Calls.Received received = start.receive();
        while (received instanceof CircuitBreakerBreaker.Call call) {
            CircuitBreakerBreaker.Calls next = isOpen() ? call.open() : attempt(call);
            received = next.receive();
        }
        ((CircuitBreakerBreaker.Bye) received).bye();
    }

    private boolean isOpen() {
        return failures >= most && clock.getAsLong() - openSince < rest.toNanos();
    }

    private CircuitBreakerBreaker.Calls attempt(CircuitBreakerBreaker.Call call) {
        return call.call(call.request())
                .receive()
                .match(
                        done -> {
                            failures = 0;
                            return done.done(done.response());
                        },
                        failed -> {
                            failure();
                            return failed.failed(failed.reason());
                        },
                        hung -> {
                            failure();
                            return hung.failed("no answer in time");
                        });
    }

    private void failure() {
        failures++;
        openSince = clock.getAsLong();
    }
}
