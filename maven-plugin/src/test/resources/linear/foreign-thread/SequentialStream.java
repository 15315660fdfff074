package demo;

import java.util.List;

class SequentialStream {
    static void play(CalculatorClient.Ask ask, List<Integer> numbers) {
        CalculatorClient.Ask next = ask;
        for (int number : numbers.stream().filter(n -> n > 0).toList()) {
            next = next.add(number, 0).receive();
        }
        next.bye();
    }
}
