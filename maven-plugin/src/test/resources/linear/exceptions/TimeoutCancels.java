package demo;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

class TimeoutCancels {
    static void play(CalculatorSession session) {
        CalculatorClient.Reply reply = session.client().add(1, 2);
        try {
            reply.receive(Duration.ofSeconds(1)).bye();
        } catch (TimeoutException e) {
            session.cancel("too late");
        }
    }
}
