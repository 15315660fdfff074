package demo;

class TwiceInALoop {
    static void play(CalculatorClient.Ask ask, int times) {
        for (int i = 0; i < times; i++) {
            CalculatorClient.Sum sum = ask.add(i, i).receive(); // [state-dropped]
        }
        ask.bye();
    }
}
