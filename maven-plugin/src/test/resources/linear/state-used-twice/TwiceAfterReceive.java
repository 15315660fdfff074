package demo;

class TwiceAfterReceive {
    static void play(CalculatorClient.Ask ask) {
        CalculatorClient.Sum sum = ask.add(1, 2).receive();
        ask.bye(); // [state-used-twice]
        sum.bye();
    }
}
