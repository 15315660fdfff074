package demo;

class HandedBack {
    static CalculatorClient.Ask play(CalculatorClient.Ask ask) {
        return ask.add(1, 2).receive();
    }

    static void all(CalculatorClient.Ask ask) {
        play(play(ask)).bye();
    }
}
