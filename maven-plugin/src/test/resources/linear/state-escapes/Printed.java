package demo;

import java.util.Objects;

class Printed {
    static void play(CalculatorClient.Ask ask) {
        System.out.println(ask);
        System.out.println("in " + ask + ask.hashCode() + Objects.toString(ask));
        Objects.requireNonNull(ask).bye();
    }
}
