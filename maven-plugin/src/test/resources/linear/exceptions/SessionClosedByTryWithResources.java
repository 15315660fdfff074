package demo;

import java.io.BufferedReader;
import java.io.IOException;

class SessionClosedByTryWithResources {
    static void play(BufferedReader in) {
        try (CalculatorSession session = CalculatorSession.open()) {
            CalculatorClient.Ask ask = session.client();
            System.out.println(in.readLine());
            ask.bye();
        } catch (IOException e) {
            System.err.println(e);
        }
    }
}
