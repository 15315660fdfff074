package demo;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

class TimeoutUsesTheOldState {
    static void play(CalculatorClient.Ask ask) {
        CalculatorClient.Reply reply = ask.add(1, 2);
        try {
            reply.receive(Duration.ofSeconds(1)).bye();
        } catch (TimeoutException e) {
            ask.bye(); // [state-used-twice]
        }
    }
}
