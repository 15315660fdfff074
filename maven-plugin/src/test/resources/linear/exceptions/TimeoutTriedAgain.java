package demo;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

class TimeoutTriedAgain {
    static void play(CalculatorClient.Reply reply) {
        CalculatorClient.Sum sum;
        try {
            sum = reply.receive(Duration.ofSeconds(1));
        } catch (TimeoutException e) {
            sum = reply.receive();
        }
        sum.bye();
    }
}
