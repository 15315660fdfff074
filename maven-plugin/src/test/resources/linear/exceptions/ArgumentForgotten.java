package demo;

import java.io.BufferedReader;
import java.io.IOException;

class ArgumentForgotten {
    static void play(CalculatorClient.Ask ask, BufferedReader in) {
        try {
            String line = in.readLine(); // [state-dropped]
            ask.add(line.length(), 2).receive().bye();
        } catch (IOException e) {
            System.err.println(e);
        }
    }
}
