package demo;

import java.util.List;

class CapturedByAnAnonymousClass {
    static void play(CalculatorClient.Ask ask, List<Runnable> tasks) {
        tasks.add(new Runnable() { // [state-escapes]
            @Override
            public void run() {
                ask.bye();
            }
        });
    }
}
