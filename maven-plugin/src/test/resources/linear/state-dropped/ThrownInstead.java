package demo;

class ThrownInstead {
    static void play(CalculatorClient.Ask ask, boolean sure) {
        if (!sure) {
            throw new IllegalStateException("not sure");
        }
        ask.bye();
    }
}
