package demo;

import java.util.concurrent.ExecutorService;

class ResultsFromOtherThreads {
    static void play(CalculatorClient.Ask ask, ExecutorService executor) throws Exception {
        int number = executor.submit(() -> 42).get();
        ask.add(number, 0).receive().bye();
    }
}
