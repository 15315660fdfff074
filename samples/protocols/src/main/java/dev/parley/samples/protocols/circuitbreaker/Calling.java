package dev.parley.samples.protocols.circuitbreaker;

import dev.parley.runtime.ChoiceTimedOutException;
import dev.parley.runtime.SessionOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Calls a service through a breaker, by {@link CircuitBreaker}. */
public final class Calling {

    private Calling() {}

    /** What the service does; it may throw. */
    @FunctionalInterface
    interface Backend {

        /**
         * Answers.
         *
         * @param request what is asked
         * @throws Exception if it fails
         */
        String answer(String request) throws Exception;
    }

    /**
     * Calls, again and again.
     *
     * @param options how the session is opened
     * @param requests what is asked, one after the other
     * @param breaker stands in between
     * @param backend answers
     * @return what the client was told each time
     */
    static List<String> call(SessionOptions options, List<String> requests, Breaker breaker, Backend backend) {
        List<String> answers = new ArrayList<>();
        CircuitBreakerSession.run(
                options, breaker::serve, client -> ask(client, requests, answers), service -> serve(service, backend));
        return answers;
    }

    private static void ask(CircuitBreakerClient.Calls start, List<String> requests, List<String> answers) {
        CircuitBreakerClient.Calls state = start;
        for (String request : requests) {
            CircuitBreakerClient.BeforeOpen.Received answer =
                    state.call(request).receive();
            if (answer instanceof CircuitBreakerClient.Done done) {
                answers.add(done.response());
                state = done;
            } else if (answer instanceof CircuitBreakerClient.Failed failed) {
                answers.add("failed: " + failed.reason());
                state = failed;
            } else {
                answers.add("turned away");
                state = (CircuitBreakerClient.Open) answer;
            }
        }
        state.bye();
    }

    private static void serve(CircuitBreakerService.Start start, Backend backend) {
        CircuitBreakerService.Start state = start;
        while (state.receive() instanceof CircuitBreakerService.Call call) {
            state = attempt(call, backend);
        }
    }

    private static CircuitBreakerService.Start attempt(CircuitBreakerService.Call call, Backend backend) {
        try {
            String response;
            try {
                response = backend.answer(call.request());
            } catch (Exception e) {
                return call.failed(String.valueOf(e.getMessage()));
            }
            return call.done(response);
        } catch (ChoiceTimedOutException e) {
            return call.hung(); // the breaker knows already
        }
    }

    /** Calls a service that hangs and is down for a while, a call every second by a clock of its own. */
    public static void main(String[] args) {
        AtomicLong seconds = new AtomicLong();
        List<String> requests = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            requests.add("call " + i);
        }
        Breaker breaker = new Breaker(
                3,
                Duration.ofSeconds(4),
                () -> Duration.ofSeconds(seconds.incrementAndGet()).toNanos());
        List<String> answers = call(SessionOptions.defaults(), requests, breaker, request -> {
            int number = Integer.parseInt(request.substring(5));
            if (number == 3) {
                Thread.sleep(1_000);
            } else if (number > 3 && number < 10) {
                throw new IllegalStateException("the service is down");
            }
            return "fine";
        });
        for (int i = 0; i < answers.size(); i++) {
            System.out.println(requests.get(i) + ": " + answers.get(i));
        }
    }
}
