package demo;

class HelperUsesAndCallerToo {
    static void play(CalculatorClient.Ask ask) {
        leave(ask);
        ask.bye(); // [state-used-twice]
    }

    private static void leave(CalculatorClient.Ask ask) {
        ask.bye();
    }
}
