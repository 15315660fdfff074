package demo;

class MessageIgnored {
    static void play(CalculatorClient.Ask ask) {
        ask.add(1, 2).receive(); // [state-dropped]
    }
}
