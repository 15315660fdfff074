package demo;

import java.util.concurrent.CompletableFuture;

class HandedToAFuturesNextStage {
    static void play(CalculatorClient.Ask ask, CompletableFuture<Integer> number) {
        number.thenAccept(n -> ask.add(n, n).receive().bye()); // [foreign-thread]
    }
}
