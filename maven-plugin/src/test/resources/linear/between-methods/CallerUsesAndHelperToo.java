package demo;

class CallerUsesAndHelperToo {
    static void play(CalculatorClient.Ask ask) {
        ask.bye();
        leave(ask); // [state-used-twice]
    }

    private static void leave(CalculatorClient.Ask ask) {
        ask.bye();
    }
}
