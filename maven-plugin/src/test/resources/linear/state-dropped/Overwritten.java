package demo;

class Overwritten {
    static void play(CalculatorSession one, CalculatorSession two) {
        CalculatorClient.Ask ask = one.client(); // [state-dropped]
        ask = two.client();
        ask.bye();
    }
}
