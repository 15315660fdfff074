package demo;

class Recursion {
    static void play(CalculatorClient.Ask ask, int times) {
        if (times == 0) {
            ask.bye();
        } else {
            play(ask.add(times, 1).receive(), times - 1);
        }
    }
}
