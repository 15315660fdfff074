package demo;

class HelperReturnsTheNext {
    static void play(CalculatorClient.Ask ask) {
        CalculatorClient.Ask next = ask;
        for (int i = 0; i < 3; i++) {
            next = step(next, i);
        }
        next.bye();
    }

    private static CalculatorClient.Ask step(CalculatorClient.Ask ask, int number) {
        return ask.add(number, number).receive();
    }
}
