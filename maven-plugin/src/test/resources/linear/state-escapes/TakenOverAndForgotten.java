package demo;

import dev.parley.annotation.TakesOver;

class TakenOverAndForgotten {
    static void play(@TakesOver CalculatorClient.Ask ask, boolean late) {
        System.out.println(ask); // [state-dropped]
    }
}
