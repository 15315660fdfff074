package demo;

import java.io.BufferedReader;
import java.io.IOException;

class TriedAgainInALoop {
    static void play(CalculatorClient.Ask ask, BufferedReader in) {
        int number = 0;
        while (true) {
            try {
                number = in.read();
                break;
            } catch (IOException e) {
                System.err.println("once more");
            }
        }
        ask.add(number, 1).receive().bye();
    }
}
