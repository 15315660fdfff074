package demo;

class LambdaStored {
    private Runnable leave = () -> {};

    void play(CalculatorClient.Ask ask) {
        leave = ask::bye; // [state-escapes]
    }
}
