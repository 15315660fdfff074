package demo;

class TwiceThroughAnAlias {
    static void play(CalculatorClient.Ask ask) {
        CalculatorClient.Ask same = ask;
        same.bye();
        ask.bye(); // [state-used-twice]
    }
}
