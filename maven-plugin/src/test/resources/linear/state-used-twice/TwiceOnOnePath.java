package demo;

class TwiceOnOnePath {
    static void play(CalculatorClient.Ask ask, boolean early) {
        if (early) {
            ask.bye();
        }
        ask.bye(); // [state-used-twice]
    }
}
