package demo;

import java.util.function.Consumer;

class PassedToAnUnknownConsumer {
    static void play(CalculatorClient.Ask ask, Consumer<CalculatorClient.Ask> consumer) {
        consumer.accept(ask); // [state-escapes]
    }
}
