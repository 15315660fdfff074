package demo;

class UsedOnceEach {
    static void play(CalculatorClient.Ask ask) {
        ask.add(1, 2).receive().add(3, 4).receive().bye();
    }
}
