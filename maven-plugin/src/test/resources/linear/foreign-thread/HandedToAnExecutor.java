package demo;

import java.util.concurrent.ExecutorService;

class HandedToAnExecutor {
    static void play(CalculatorSession session, ExecutorService executor) {
        CalculatorClient.Ask ask = session.client();
        executor.submit(() -> ask.add(1, 2).receive().bye()); // [foreign-thread]
    }
}
