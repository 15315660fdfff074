package demo;

import java.util.List;

class HandedToAParallelStream {
    static void play(CalculatorClient.Ask ask, List<Integer> numbers) {
        numbers.parallelStream().filter(n -> n > 0).forEach(n -> ask.bye()); // [foreign-thread]
    }
}
