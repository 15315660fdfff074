package demo;

import java.io.BufferedReader;
import java.io.IOException;

class CaughtAndSaidBye {
    static void play(CalculatorClient.Ask ask, BufferedReader in) {
        try {
            System.out.println(in.readLine());
        } catch (IOException e) {
            ask.bye();
            return;
        }
        ask.add(1, 2).receive().bye();
    }
}
