package demo;

class RecursionForgets {
    static void play(CalculatorClient.Ask ask, int times) {
        if (times > 0) { // [state-dropped]
            play(ask.add(times, 1).receive(), times - 1);
        }
    }
}
