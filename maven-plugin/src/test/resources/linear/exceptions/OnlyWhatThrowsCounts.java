package demo;

import java.io.BufferedReader;
import java.io.IOException;

class OnlyWhatThrowsCounts {
    static void play(CalculatorClient.Ask ask, BufferedReader in) {
        CalculatorClient.Ask next = ask;
        try {
            int number = in.read();
            next = ask.add(number, 1).receive();
            System.out.println("asked");
        } catch (IOException e) {
            ask.bye();
            return;
        }
        next.bye();
    }
}
