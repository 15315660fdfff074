package demo;

import java.io.BufferedReader;
import java.io.IOException;

class ProgramCalledAndFailureForgotten {
    static void play(CalculatorSession session, BufferedReader in) {
        try {
            Client.play(session.client(), in); // [state-dropped]
        } catch (IOException e) {
            System.err.println(e);
        }
    }

    static class Client {
        static void play(CalculatorClient.Ask ask, BufferedReader in) throws IOException {
            ask.add(in.read(), 1).receive().bye();
        }
    }
}
