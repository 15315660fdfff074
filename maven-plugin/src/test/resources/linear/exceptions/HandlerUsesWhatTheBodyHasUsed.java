package demo;

import java.io.BufferedReader;
import java.io.IOException;

class HandlerUsesWhatTheBodyHasUsed {
    static void play(CalculatorClient.Ask ask, BufferedReader in) {
        try {
            ask.bye();
            in.readLine();
        } catch (IOException e) {
            ask.bye(); // [state-used-twice]
        }
    }
}
