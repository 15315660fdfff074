package demo;

import java.io.BufferedReader;
import java.io.IOException;

class LetThrough {
    static void play(CalculatorClient.Ask ask, BufferedReader in) throws IOException {
        String line = in.readLine();
        ask.add(line.length(), 2).receive().bye();
    }
}
