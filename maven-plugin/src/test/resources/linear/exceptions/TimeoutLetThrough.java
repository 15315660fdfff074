package demo;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

class TimeoutLetThrough {
    static void play(CalculatorClient.Reply reply) throws TimeoutException {
        reply.receive(Duration.ofSeconds(1)).bye();
    }
}
