package demo;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

class TimeoutInALoop {
    static CalculatorClient.Sum play(CalculatorClient.Reply reply) {
        while (true) {
            try {
                return reply.receive(Duration.ofMillis(10));
            } catch (TimeoutException e) {
                System.out.println("still waiting");
            }
        }
    }

    static void all(CalculatorClient.Ask ask) {
        play(ask.add(1, 2)).bye();
    }
}
