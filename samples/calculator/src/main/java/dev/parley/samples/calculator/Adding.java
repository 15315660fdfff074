package dev.parley.samples.calculator;

import dev.parley.runtime.SessionOptions;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/** Adds up numbers by asking a server for one sum of two after the other. */
public final class Adding {

    private Adding() {}

    /** Returns the sum of the numbers, each step of it computed by the server of one session. */
    public static long total(int... numbers) {
        return total(SessionOptions.defaults(), numbers);
    }

    /** Returns the sum, computed in a session that is opened with the options. */
    static long total(SessionOptions options, int... numbers) {
        AtomicLong total = new AtomicLong();
        CalculatorSession.run(options, client -> total.set(ask(client, numbers)), Adding::serve);
        return total.get();
    }

    private static long ask(CalculatorClient.Ask start, int[] numbers) {
        CalculatorClient.Ask ask = start;
        long total = 0;
        for (int i = 0; i < numbers.length; i += 2) {
            CalculatorClient.Sum sum = ask.add(numbers[i], i + 1 < numbers.length ? numbers[i + 1] : 0)
                    .receive();
            total += sum.value();
            ask = sum;
        }
        ask.bye();
        return total;
    }

    private static void serve(CalculatorServer.Ask start) {
        CalculatorServer.Ask ask = start;
        while (true) {
            CalculatorServer.Ask.Received received = ask.receive();
            if (received instanceof CalculatorServer.Add add) {
                ask = add.sum((long) add.x() + add.y());
            } else {
                return; // bye: there is nothing left that could be forgotten
            }
        }
    }

    /** Prints the sum of the numbers given, or of one to ten. */
    public static void main(String[] args) {
        int[] numbers = args.length > 0
                ? Arrays.stream(args).mapToInt(Integer::parseInt).toArray()
                : new int[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        System.out.println(total(numbers));
    }
}
