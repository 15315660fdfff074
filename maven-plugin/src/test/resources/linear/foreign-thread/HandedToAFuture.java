package demo;

import java.util.concurrent.CompletableFuture;

class HandedToAFuture {
    static void play(CalculatorClient.Ask ask) {
        CompletableFuture.runAsync(ask::bye); // [foreign-thread]
    }
}
