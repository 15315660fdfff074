package demo;

import java.io.BufferedReader;
import java.io.IOException;

class CaughtAndForgotten {
    static void play(CalculatorClient.Ask ask, BufferedReader in) {
        CalculatorClient.Reply reply = ask.add(1, 2); // [state-dropped]
        try {
            System.out.println(in.readLine());
        } catch (IOException e) {
            System.err.println(e);
            return;
        }
        reply.receive().bye();
    }
}
