package demo;

class TwiceInARow {
    static void play(CalculatorClient.Ask ask) {
        ask.bye();
        ask.bye(); // [state-used-twice]
    }
}
