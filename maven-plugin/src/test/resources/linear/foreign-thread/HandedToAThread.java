package demo;

class HandedToAThread {
    static void play(CalculatorClient.Ask ask) {
        new Thread(() -> ask.bye()).start(); // [foreign-thread]
    }
}
