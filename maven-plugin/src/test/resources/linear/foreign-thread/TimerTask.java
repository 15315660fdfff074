package demo;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

class TimerTask {
    static void play(CalculatorClient.Ask ask, ScheduledExecutorService timer) {
        timer.schedule(() -> ask.bye(), 1, TimeUnit.SECONDS); // [foreign-thread]
    }
}
