package demo;

import java.io.BufferedReader;
import java.io.IOException;

class CaughtAndLogged {
    static void play(CalculatorClient.Ask ask, BufferedReader in) {
        try {
            CalculatorClient.Sum sum = ask.add(1, 2).receive(); // [state-dropped]
            in.readLine();
            sum.bye();
        } catch (IOException e) {
            System.err.println(e);
        }
    }
}
