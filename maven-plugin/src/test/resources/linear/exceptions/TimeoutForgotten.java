package demo;

import java.time.Duration;
import java.util.concurrent.TimeoutException;

class TimeoutForgotten {
    static void play(CalculatorClient.Ask ask) {
        CalculatorClient.Reply reply = ask.add(1, 2); // [state-dropped]
        try {
            reply.receive(Duration.ofSeconds(1)).bye();
        } catch (TimeoutException e) {
            System.err.println("too late");
        }
    }
}
