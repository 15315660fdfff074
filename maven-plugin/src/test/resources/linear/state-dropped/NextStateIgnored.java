package demo;

class NextStateIgnored {
    static void play(CalculatorClient.Ask ask) {
        ask.add(1, 2); // [state-dropped]
    }
}
