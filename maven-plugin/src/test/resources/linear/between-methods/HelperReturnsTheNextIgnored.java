package demo;

class HelperReturnsTheNextIgnored {
    static void play(CalculatorClient.Ask ask) {
        step(ask, 1); // [state-dropped]
    }

    private static CalculatorClient.Ask step(CalculatorClient.Ask ask, int number) {
        return ask.add(number, number).receive();
    }
}
