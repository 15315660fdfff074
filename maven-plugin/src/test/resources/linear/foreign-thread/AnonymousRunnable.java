package demo;

class AnonymousRunnable {
    static void play(CalculatorClient.Ask ask) {
        Runnable leave = new Runnable() {
            @Override
            public void run() {
                ask.bye();
            }
        };
        new Thread(leave).start(); // [foreign-thread]
    }
}
