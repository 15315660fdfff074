package demo;

import java.io.IOException;

class LeavesProperlyThenThrows {
    static void play(CalculatorSession session) {
        try {
            leave(session.client());
        } catch (IOException e) {
            System.err.println(e);
        }
    }

    static void leave(CalculatorClient.Ask ask) throws IOException {
        ask.bye();
        throw new IOException("left");
    }
}
