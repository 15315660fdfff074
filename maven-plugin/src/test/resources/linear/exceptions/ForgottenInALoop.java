package demo;

import java.io.BufferedReader;
import java.io.IOException;

class ForgottenInALoop {
    static void play(CalculatorSession[] sessions, BufferedReader in) {
        for (CalculatorSession session : sessions) {
            CalculatorClient.Ask ask = session.client(); // [state-dropped]
            try {
                in.readLine();
                ask.bye();
            } catch (IOException e) {
                continue;
            }
        }
    }
}
