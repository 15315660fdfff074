package demo;

class LambdaReturned {
    static Runnable play(CalculatorClient.Ask ask) {
        return () -> ask.bye(); // [state-escapes]
    }
}
