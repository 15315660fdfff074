package demo;

class HelperUses {
    static void play(CalculatorClient.Ask ask) {
        leave(ask);
    }

    private static void leave(CalculatorClient.Ask ask) {
        ask.bye();
    }
}
