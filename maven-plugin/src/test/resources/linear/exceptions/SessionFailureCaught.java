package demo;

import dev.parley.runtime.SessionCancelledException;

class SessionFailureCaught {
    static void play(CalculatorClient.Ask ask) {
        try {
            ask.add(1, 2).receive().bye();
        } catch (SessionCancelledException e) {
            System.err.println("the session is over: " + e.getMessage());
        }
    }
}
