package demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;

class Wrapped {
    static void play(CalculatorClient.Ask ask, BufferedReader in) {
        try {
            ask.add(in.read(), 2).receive().bye();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
